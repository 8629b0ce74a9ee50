package org.code.aiproxy.rubrictester.report.html;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.code.aiproxy.grading.assessment.Assessment.EvidenceCounts;
import org.code.aiproxy.grading.assessment.Assessment.Responses;
import org.code.aiproxy.grading.assessment.RawResponse;
import org.code.aiproxy.grading.prompt.Example;
import org.code.aiproxy.grading.rubric.Label;
import org.code.aiproxy.grading.rubric.Rubric;
import org.code.aiproxy.grading.spec.DraftReader;
import org.code.aiproxy.grading.spec.LessonText;
import org.code.aiproxy.grading.spec.RequestFields;
import org.code.aiproxy.model.Adjustment;
import org.code.aiproxy.model.catalogue.ModelPrice;
import org.code.aiproxy.model.catalogue.Prices;
import org.code.aiproxy.model.catalogue.Rates;
import org.code.aiproxy.model.catalogue.Tier;
import org.code.aiproxy.model.catalogue.Usage;
import org.code.aiproxy.rubrictester.dataset.ActualLabels;
import org.code.aiproxy.rubrictester.dataset.LessonDataset;
import org.code.aiproxy.rubrictester.dataset.StudentProgram;
import org.code.aiproxy.rubrictester.evaluation.Evaluation;
import org.code.aiproxy.rubrictester.experiment.GradedProgram;
import org.code.aiproxy.rubrictester.experiment.GradedProgram.GradedConcept;
import org.code.aiproxy.rubrictester.experiment.LessonExperiment;
import org.code.aiproxy.rubrictester.experiment.LessonResult;
import org.code.aiproxy.rubrictester.experiment.RunEstimate;
import org.code.aiproxy.rubrictester.experiment.StudentResult;
import org.code.aiproxy.rubrictester.experiment.StudentResult.Failed;
import org.code.aiproxy.rubrictester.experiment.StudentResult.Graded;
import org.code.aiproxy.rubrictester.experiment.StudentResult.NotRun;

/** Results of runs that never were. */
final class Results {

    private static final ModelPrice PRICE =
            new ModelPrice(
                    Prices.flat(
                            new Rates(
                                    new BigDecimal("0.4"),
                                    Optional.empty(),
                                    Optional.empty(),
                                    new BigDecimal("1.6"))),
                    Tier.STANDARD,
                    "gpt-4.1-mini");

    private final List<String> keyConcepts;
    private final List<StudentProgram> programs = new ArrayList<>();
    private final Map<String, Map<String, Label>> people = new LinkedHashMap<>();
    private final List<StudentResult> results = new ArrayList<>();
    private final List<Adjustment> adjusted = new ArrayList<>();

    Results(String... keyConcepts) {
        this.keyConcepts = List.of(keyConcepts);
    }

    /** Three votes on everything: of every seven labels some are right, some one off, some two. */
    static Results many(int students) {
        Results many = new Results("Sprites", "Loops", "Conditionals", "Functions", "Variables");
        List<Label> labels = List.of(Label.values());
        for (int student = 0; student < students; student++) {
            Label[] people = new Label[many.keyConcepts.size()];
            GradedConcept[] said = new GradedConcept[people.length];
            for (int at = 0; at < people.length; at++) {
                int level = (student * 7 + at * 3) % labels.size();
                int off = List.of(0, 0, 1, 0, 2, 0, 0).get((student * 3 + at * 5) % 7);
                people[at] = labels.get(level);
                Label ai = labels.get(Math.floorMod(level - off, labels.size()));
                said[at] =
                        many.concept(
                                at,
                                ai,
                                "There is much to see in this program, and more to say of it. "
                                        .repeat(3),
                                "Lines %d-%d: Makes a sprite `var sprite%d = createSprite(%d, 200);` Line 40: Moves it `sprite1.x = sprite1.x + 1`"
                                        .formatted(at + 3, at + 4, at, at),
                                ai,
                                ai,
                                off == 2 ? ai : people[at]);
            }
            many.student("student_%03d".formatted(student + 1), program(student), people)
                    .graded(said);
        }
        return many;
    }

    private static String program(int student) {
        StringBuilder code = new StringBuilder("// Program of student " + student + "\n\n");
        for (int i = 0; i < 10; i++) {
            code.append("var sprite%d = createSprite(%d, 200);\n".formatted(i, i));
        }
        code.append("\nfunction draw() {\n  background(\"white\");\n");
        for (int i = 0; i < 20; i++) {
            code.append(
                    "  if (sprite%1$d.x > %2$d) {\n    sprite%1$d.x = sprite%1$d.x + 1;\n  }\n"
                            .formatted(i % 10, i));
        }
        return code.append("  drawSprites();\n}\n").toString();
    }

    /** A student whom people gave these labels, one for each key concept, or none. */
    Results student(String name, String code, Label... labels) {
        programs.add(new StudentProgram(name, code));
        Map<String, Label> given = new LinkedHashMap<>();
        for (int i = 0; i < labels.length; i++) {
            given.put(keyConcepts.get(i), labels[i]);
        }
        people.put(name, given);
        return this;
    }

    /** What is done otherwise from now on. */
    Results adjusted(Adjustment adjustment) {
        adjusted.add(adjustment);
        return this;
    }

    /** What the AI said of the last student. */
    Results graded(GradedConcept... concepts) {
        String name = programs.getLast().student();
        int votes = concepts[0].votes().size();
        results.add(
                new Graded(
                        name,
                        new GradedProgram(
                                "openai",
                                1.5 + results.size(),
                                new Usage(1000 + results.size(), 100),
                                new Responses(votes, votes, 0, 0, 0, 0, 0),
                                new EvidenceCounts(0, 0, 0),
                                adjusted,
                                List.of(concepts),
                                List.of(
                                        new RawResponse(
                                                "What the model said of " + name,
                                                Optional.empty()))),
                        false));
        return this;
    }

    /** Says that labelling the last student failed. */
    Results failed(String problem, String response) {
        results.add(
                new Failed(
                        programs.getLast().student(),
                        problem,
                        new Usage(900, 10),
                        List.of(new RawResponse(response, Optional.of("not JSON")))));
        return this;
    }

    /** Says that the last student's turn did not come. */
    Results notRun() {
        results.add(new NotRun(programs.getLast().student(), "The run was interrupted."));
        return this;
    }

    GradedConcept concept(int at, Label label, String reason, String evidence, Label... votes) {
        return new GradedConcept(
                keyConcepts.get(at),
                label,
                "It was looked at.",
                evidence,
                reason,
                List.of(votes),
                Map.of());
    }

    Evaluation evaluation() {
        return evaluation(Optional.of(new ActualLabels(keyConcepts, people)));
    }

    Evaluation unlabelled() {
        return evaluation(Optional.empty());
    }

    private Evaluation evaluation(Optional<ActualLabels> labels) {
        return Evaluation.of(
                new LessonResult(
                        experiment(),
                        "made-up",
                        new LessonDataset(programs, labels),
                        results,
                        "gpt-4.1-mini",
                        Optional.of(PRICE),
                        new RunEstimate(
                                results.size(),
                                new Usage(1000, 100),
                                Optional.of(new BigDecimal("0.01")),
                                Duration.ofSeconds(3)),
                        Instant.parse("2026-03-01T10:00:00Z"),
                        Duration.ofSeconds(12)));
    }

    private LessonExperiment experiment() {
        StringBuilder csv =
                new StringBuilder(
                        "Key Concept,Extensive Evidence,Convincing Evidence,Limited Evidence,No Evidence\n");
        for (String name : keyConcepts) {
            csv.append(
                    "\"%s\",all of it,most of it,some of it,none of it\n"
                            .formatted(name.replace("\"", "\"\"")));
        }
        return new LessonExperiment(
                "made-up-experiment",
                "csd3-2023-L11",
                DraftReader.read(
                        RequestFields.ofTexts(Map.of("model", List.of("gpt-4.1-mini"))),
                        new LessonText(
                                "Grade <kindly> & well.",
                                csv.toString(),
                                List.of(new Example("var example;", "{}")))),
                Rubric.parse(csv.toString()),
                List.of());
    }
}
