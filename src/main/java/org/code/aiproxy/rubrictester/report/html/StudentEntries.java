package org.code.aiproxy.rubrictester.report.html;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.code.aiproxy.grading.assessment.RawResponse;
import org.code.aiproxy.grading.evidence.search.SnippetFinder;
import org.code.aiproxy.grading.program.Program;
import org.code.aiproxy.grading.rubric.Label;
import org.code.aiproxy.grading.voting.ReasonMarkup;
import org.code.aiproxy.model.catalogue.Usage;
import org.code.aiproxy.rubrictester.dataset.StudentProgram;
import org.code.aiproxy.rubrictester.experiment.GradedProgram;
import org.code.aiproxy.rubrictester.experiment.GradedProgram.GradedConcept;
import org.code.aiproxy.rubrictester.experiment.LessonResult;
import org.code.aiproxy.rubrictester.experiment.StudentResult;
import org.code.aiproxy.rubrictester.experiment.StudentResult.Failed;
import org.code.aiproxy.rubrictester.experiment.StudentResult.Graded;
import org.code.aiproxy.rubrictester.experiment.StudentResult.NotRun;
import org.code.aiproxy.rubrictester.report.html.StudentEntry.ConceptEntry;
import org.code.aiproxy.rubrictester.report.html.StudentEntry.Fact;
import org.code.aiproxy.rubrictester.report.html.StudentEntry.Status;
import org.code.aiproxy.rubrictester.statistics.Scale;

/** Makes entries of a result's students, all of them, in their order. */
final class StudentEntries {

    private final LessonResult result;
    private final Scale scale;
    private final Map<String, String> programs;

    private StudentEntries(LessonResult result, Scale scale) {
        this.result = result;
        this.scale = scale;
        this.programs =
                result.dataset().programs().stream()
                        .collect(
                                Collectors.toMap(
                                        StudentProgram::student,
                                        StudentProgram::code,
                                        (first, _) -> first));
    }

    static List<StudentEntry> of(LessonResult result, Scale scale) {
        StudentEntries entries = new StudentEntries(result, scale);
        return result.results().stream().map(entries::entry).toList();
    }

    private StudentEntry entry(StudentResult student) {
        return switch (student) {
            case Graded graded -> graded(graded);
            case Failed failed -> failed(failed);
            case NotRun notRun ->
                    withoutLabels(
                            notRun.student(),
                            Status.NOT_RUN,
                            notRun.reason(),
                            List.of(),
                            Optional.empty(),
                            List.of());
        };
    }

    private StudentEntry graded(Graded student) {
        GradedProgram program = student.program();
        Program code = new Program(codeOf(student.student()));
        SnippetFinder finder = new SnippetFinder(code);
        Map<String, GradedConcept> given =
                program.concepts().stream()
                        .collect(
                                Collectors.toMap(
                                        GradedConcept::keyConcept,
                                        Function.identity(),
                                        (first, _) -> first));
        Map<String, Label> people = result.dataset().labelsOf(student.student());
        return new StudentEntry(
                student.student(),
                Status.GRADED,
                student.cached() ? "Labels are from an earlier run." : "",
                code.code(),
                facts(program),
                program.seconds(),
                result.usd(program),
                result.experiment().rubric().names().stream()
                        .map(name ->
                                concept(
                                        Optional.ofNullable(people.get(name)),
                                        Optional.ofNullable(given.get(name)),
                                        finder))
                        .toList(),
                program.rawResponses());
    }

    private StudentEntry failed(Failed student) {
        return withoutLabels(
                student.student(),
                Status.FAILED,
                student.problem(),
                paid(student.usage(), result.usd(student)),
                result.usd(student),
                student.rawResponses());
    }

    private StudentEntry withoutLabels(
            String student,
            Status status,
            String note,
            List<Fact> facts,
            Optional<BigDecimal> usd,
            List<RawResponse> responses) {
        Map<String, Label> people = result.dataset().labelsOf(student);
        Program code = new Program(codeOf(student));
        SnippetFinder finder = new SnippetFinder(code);
        return new StudentEntry(
                student,
                status,
                note,
                code.code(),
                facts,
                0,
                usd,
                result.experiment().rubric().names().stream()
                        .map(name ->
                                concept(
                                        Optional.ofNullable(people.get(name)),
                                        Optional.empty(),
                                        finder))
                        .toList(),
                responses);
    }

    private ConceptEntry concept(
            Optional<Label> people, Optional<GradedConcept> given, SnippetFinder code) {
        List<Label> votes = given.map(GradedConcept::votes).orElse(List.of());
        String reason = given.map(GradedConcept::reason).orElse("");
        String evidence = given.map(GradedConcept::evidence).orElse("");
        return new ConceptEntry(
                people.map(Scale.EXACT::number),
                given.map(it -> Scale.EXACT.number(it.label())),
                people.flatMap(
                        label -> given.map(it -> new Comparison(label, it.label(), scale).error())),
                votes.stream().map(Scale.EXACT::number).toList(),
                votes.stream().map(scale::number).distinct().count() > 1,
                // The votes have a place of their own here.
                votes.isEmpty() ? reason : ReasonMarkup.textOf(reason),
                given.map(GradedConcept::observations).orElse(""),
                evidence,
                PlacedItem.of(evidence, code));
    }

    private List<Fact> facts(GradedProgram program) {
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact("Labelled by", program.agent()));
        facts.add(
                new Fact(
                        "Latency",
                        Numbers.seconds(Duration.ofMillis((long) (program.seconds() * 1000)))));
        facts.addAll(paid(program.usage(), result.usd(program)));
        facts.add(
                new Fact(
                        "Responses",
                        "%d requested, %d used, %d invalid"
                                .formatted(
                                        program.responses().requested(),
                                        program.responses().used(),
                                        program.responses().invalid())));
        return facts;
    }

    private static List<Fact> paid(Usage usage, Optional<BigDecimal> usd) {
        return List.of(
                new Fact(
                        "Tokens",
                        "%s in, %s out"
                                .formatted(
                                        Numbers.count(usage.promptTokens()),
                                        Numbers.count(usage.outputTokens()))),
                new Fact(
                        "Cache",
                        "%s of the input read, %s written"
                                .formatted(
                                        Numbers.count(usage.cachedTokens()),
                                        Numbers.count(usage.cacheWriteTokens()))),
                new Fact("Thinking", Numbers.count(usage.reasoningTokens()) + " of the output"),
                new Fact("Cost", Numbers.usd(usd)));
    }

    private String codeOf(String student) {
        return programs.getOrDefault(student, "");
    }
}
