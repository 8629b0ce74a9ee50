package org.code.aiproxy.grading.evidence;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import org.code.aiproxy.grading.evidence.search.Found;
import org.code.aiproxy.grading.evidence.search.LineRange;
import org.code.aiproxy.grading.evidence.search.SearchBudget;
import org.code.aiproxy.grading.evidence.search.SnippetFinder;
import org.code.aiproxy.grading.program.Program;

/**
 * Holds what models say about the lines of a program to the program itself.
 *
 * <p>An item whose snippet is in the program gets the lines where it is, and the snippet as the
 * program has it. An item whose snippet is not keeps its message, marked {@code (unverified)}, and
 * those of its lines that the program has. An item that quotes nothing keeps the lines that the
 * program has. An item that has no line left can't be shown on the teacher's page, which reads
 * nothing before the first item: its message goes there, marked too.
 *
 * <p>Of several snippets, one that is found verifies the item, and one that is not is dropped. An
 * item whose snippets are found in different places becomes several with the same message, as the
 * page shows it anyway, unless together they are just what was stated.
 */
public final class Grounding {

    private final SnippetFinder finder;
    private final TeacherPage page;

    private Grounding(SnippetFinder finder, TeacherPage page) {
        this.finder = finder;
        this.page = page;
    }

    /**
     * Prepares a program, once for all evidence about it.
     *
     * @param program the program as it was posted: its line numbers are the right ones, also when
     *     models see it without comments
     */
    public static Grounding in(Program program) {
        return new Grounding(new SnippetFinder(program), TeacherPage.showing(program));
    }

    /**
     * Grounds one key concept's evidence. Evidence that is grounded already stays as it is.
     *
     * @param evidence as a model gives it; text without any item keeps its words
     */
    public GroundedEvidence ground(String evidence) {
        Claims claims = Claims.parse(evidence);
        GroundedEvidenceBuilder grounded = new GroundedEvidenceBuilder(claims.prose(), page);
        SearchBudget effort = SearchBudget.forEvidence();
        for (Claim claim : claims.items()) {
            List<Found> found = found(claim, effort);
            if (found.isEmpty()) {
                addUnseen(claim, grounded);
            } else {
                addSeen(claim, found, grounded);
            }
        }
        return grounded.build();
    }

    /** A mere mention, as of {@code p}, stands in too many places to say anything beside others. */
    private List<Found> found(Claim claim, SearchBudget effort) {
        List<Found> all =
                claim.snippets().stream()
                        .filter(_ -> effort.allowsSnippet())
                        .map(snippet -> finder.find(snippet, claim.lines(), effort))
                        .flatMap(Optional::stream)
                        .toList();
        List<Found> telling = all.stream().filter(found -> !found.mention()).toList();
        return telling.isEmpty() ? all : telling;
    }

    private void addSeen(Claim claim, List<Found> found, GroundedEvidenceBuilder grounded) {
        SequencedMap<LineRange, List<String>> code = new LinkedHashMap<>();
        for (Found one : found) {
            LineRange stated = claim.lines().nearestTo(one.lines().first());
            code.computeIfAbsent(one.linesOfItem(stated, finder.lines()), _ -> new ArrayList<>())
                    .add(one.code());
        }
        LineRange span = LineRange.spanning(code.keySet());
        if (code.size() > 1 && claim.lines().ranges().contains(span)) {
            List<String> all = code.values().stream().flatMap(List::stream).toList();
            grounded.add(item(claim, span, all));
        } else {
            code.forEach((lines, snippets) -> grounded.add(item(claim, lines, snippets)));
        }
    }

    private static GroundedItem item(Claim claim, LineRange lines, List<String> code) {
        return new GroundedItem(
                lines,
                claim.message(),
                code.stream().filter(text -> !text.isEmpty()).toList(),
                !claim.lines().ranges().contains(lines),
                false);
    }

    private void addUnseen(Claim claim, GroundedEvidenceBuilder grounded) {
        Claim kept = claim.snippets().isEmpty() ? claim : claim.unverified();
        boolean anyLine = false;
        for (LineRange stated : claim.lines().ranges()) {
            Optional<LineRange> lines = stated.within(finder.lines());
            anyLine |= lines.isPresent();
            lines.map(range ->
                            new GroundedItem(
                                    range,
                                    kept.message(),
                                    List.of(),
                                    !range.equals(stated),
                                    kept.isMarked()))
                    .ifPresent(grounded::add);
        }
        if (!anyLine) {
            grounded.addWithoutLines(claim.unverified());
        }
    }
}
