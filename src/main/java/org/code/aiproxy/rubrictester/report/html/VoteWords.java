package org.code.aiproxy.rubrictester.report.html;

import java.util.List;
import org.code.aiproxy.rubrictester.report.html.ReportView.SecondLook;
import org.code.aiproxy.rubrictester.report.html.ReportView.VotesView;
import org.code.aiproxy.rubrictester.report.html.StudentEntry.Fact;
import org.code.aiproxy.rubrictester.statistics.FleissKappa;
import org.code.aiproxy.rubrictester.statistics.Proportion;
import org.code.aiproxy.rubrictester.statistics.Rating;
import org.code.aiproxy.rubrictester.statistics.VoteFigures;
import org.code.aiproxy.rubrictester.statistics.VotedRating;

/** Puts into words what votes tell. */
final class VoteWords {

    private VoteWords() {}

    static VotesView of(VoteFigures figures, List<String> concepts) {
        return new VotesView(
                !figures.reliability().curve().isEmpty(),
                List.of(
                        new Fact(
                                "Agreement among votes (Fleiss' kappa)",
                                kappa(figures.agreement())),
                        new Fact(
                                "Right where votes are unanimous",
                                right(figures.reliability().unanimous())),
                        new Fact(
                                "Right where votes are split",
                                right(figures.reliability().split())),
                        new Fact(
                                "Labels with one vote only, left out",
                                Numbers.count(figures.reliability().leftOut()))),
                ReliabilityCurve.of(figures.reliability()),
                figures.secondLook().stream().map(it -> secondLook(it, concepts)).toList());
    }

    private static String kappa(FleissKappa kappa) {
        return "%s (%s%s)"
                .formatted(
                        Numbers.decimal(kappa.kappa()),
                        "%s of %d votes each"
                                .formatted(
                                        Numbers.counted(kappa.cases(), "label", "labels"),
                                        kappa.votes()),
                        kappa.leftOut() == 0
                                ? ""
                                : ", %d with another number left out".formatted(kappa.leftOut()));
    }

    private static String right(Proportion right) {
        return right.n() == 0
                ? Numbers.UNDEFINED
                : "%s (%d of %d; %s)"
                        .formatted(
                                Numbers.percent(right.share()),
                                right.successes(),
                                right.n(),
                                Numbers.percents(right.interval()));
    }

    private static SecondLook secondLook(VotedRating vote, List<String> concepts) {
        Rating rating = vote.rating();
        return new SecondLook(
                rating.student(),
                rating.keyConcept(),
                rating.people().text(),
                rating.ai().text(),
                "all " + vote.votes().size(),
                Fragment.student(rating.student(), concepts.indexOf(rating.keyConcept())));
    }
}
