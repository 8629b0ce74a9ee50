package org.code.aiproxy.grading.lesson;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.code.aiproxy.grading.prompt.Example;
import org.code.aiproxy.grading.spec.AssessmentField;
import org.code.aiproxy.grading.spec.DraftReader;
import org.code.aiproxy.grading.spec.InvalidFieldException;
import org.code.aiproxy.grading.spec.LessonText;
import org.code.aiproxy.grading.spec.RequestFields;
import org.code.aiproxy.grading.spec.ReviewRule;
import org.code.aiproxy.grading.spec.SpecDraft;
import org.code.aiproxy.grading.voting.Recalibration;
import org.code.aiproxy.model.ModelException;
import org.code.aiproxy.textfile.InvalidTextException;
import org.code.aiproxy.textfile.JsonText;
import org.code.aiproxy.textfile.TextFile;
import tools.jackson.databind.JsonNode;

/**
 * A lesson's configuration, as its directory holds it: {@code params.json}, {@code
 * system_prompt.txt}, {@code standard_rubric.csv}, and optionally {@code examples/NAME.js} with
 * {@code examples/NAME.tsv} or {@code .json}, {@code selective.json} and {@code calibration.json}.
 *
 * @param parameters the names of the parameters that {@code params.json} has
 * @param spec how its programs are to be assessed
 */
public record Lesson(Set<String> parameters, SpecDraft spec) {

    private static final LessonFiles SAMPLE =
            new LessonFiles.Shipped("/samples/lesson/", List.of("1.js"));
    private static final LessonFiles STATIC_SAMPLE =
            new LessonFiles.Shipped("/samples/cfe-lesson/", List.of());
    private static final String PARAMS = "params.json";
    private static final String PROMPT = "system_prompt.txt";
    private static final String RUBRIC = "standard_rubric.csv";
    private static final List<String> REQUIRED = List.of(PARAMS, PROMPT, RUBRIC);
    private static final String SELECTIVE = "selective.json";
    private static final String CALIBRATION = "calibration.json";

    /** What no label's confidence reaches. */
    private static final double IMPOSSIBLE = 2;

    public Lesson {
        parameters = Set.copyOf(parameters);
    }

    /**
     * Reads a lesson's directory.
     *
     * @throws InvalidLessonException when a file is missing or can't be read; the message names it
     */
    public static Lesson read(Path directory) {
        return read(new LessonFiles.Folder(directory));
    }

    /** The lesson that ships in the jar. */
    public static Lesson sample() {
        return read(SAMPLE);
    }

    /** A lesson that ships in the jar, some of whose key concepts need no model. */
    public static Lesson staticSample() {
        return read(STATIC_SAMPLE);
    }

    /** A program for the lesson that ships in the jar. */
    public static String sampleProgram() {
        return text(SAMPLE, "program.js");
    }

    private static Lesson read(LessonFiles files) {
        requireFiles(files, REQUIRED);
        RequestFields parameters = parameters(files);
        try {
            return new Lesson(
                    parameters.names(),
                    measured(
                            files,
                            DraftReader.read(
                                    parameters,
                                    new LessonText(
                                            text(files, PROMPT),
                                            text(files, RUBRIC),
                                            examples(files, parameters)))));
        } catch (InvalidFieldException e) {
            throw wrong(e.field(), e);
        } catch (ModelException.Unsupported e) {
            throw wrong(e.field(), e);
        }
    }

    /** With what was measured of the lesson's labels, where that is of the model that it asks. */
    private static SpecDraft measured(LessonFiles files, SpecDraft spec) {
        SpecDraft reviewed =
                spec.review().isGiven()
                        ? spec
                        : ofModel(files, SELECTIVE, spec)
                                .map(it -> spec.with(rule(it)))
                                .orElse(spec);
        return spec.calibration().equals(Recalibration.NONE)
                ? ofModel(files, CALIBRATION, spec)
                        .map(it ->
                                reviewed.with(
                                        DraftReader.calibration(
                                                it.path("calibration").asStringOpt())))
                        .orElse(reviewed)
                : reviewed;
    }

    private static Optional<JsonNode> ofModel(LessonFiles files, String name, SpecDraft spec) {
        if (!files.has(name)) {
            return Optional.empty();
        }
        try {
            JsonNode json = new JsonText(name, text(files, name)).read();
            String models = String.join(",", spec.choice().models());
            return Optional.of(json).filter(it -> it.path("model").asString("").equals(models));
        } catch (InvalidTextException e) {
            throw new InvalidLessonException(String.valueOf(e.getMessage()));
        }
    }

    private static ReviewRule rule(JsonNode promised) {
        Map<String, Double> byConcept = new HashMap<>();
        promised.path("key_concepts")
                .properties()
                .forEach(concept ->
                        byConcept.put(
                                concept.getKey(),
                                concept.getValue().path("threshold").asDouble(IMPOSSIBLE)));
        JsonNode all = promised.at("/all/threshold");
        return new ReviewRule(
                all.isNumber() ? OptionalDouble.of(all.doubleValue()) : OptionalDouble.empty(),
                byConcept);
    }

    private static InvalidLessonException wrong(String field, RuntimeException fault) {
        return new InvalidLessonException(
                "%s: `%s` %s".formatted(PARAMS, field, fault.getMessage()));
    }

    private static RequestFields parameters(LessonFiles files) {
        try {
            JsonNode params = new JsonText(PARAMS, text(files, PARAMS)).read();
            if (params.isObject()) {
                return RequestFields.of(params);
            }
        } catch (InvalidTextException e) {
            throw new InvalidLessonException(String.valueOf(e.getMessage()));
        }
        throw new InvalidLessonException("params.json must be a JSON object of fields.");
    }

    private static List<Example> examples(LessonFiles files, RequestFields parameters) {
        String ending =
                DraftReader.format(parameters.text(AssessmentField.RESPONSE_TYPE)).wireName();
        requireFiles(
                files,
                files.examples().stream()
                        .map(program -> "examples/" + program.replaceFirst("js$", ending))
                        .toList());
        List<Example> examples = new ArrayList<>();
        for (String program : files.examples()) {
            String response = program.replaceFirst("js$", ending);
            examples.add(
                    new Example(
                            text(files, "examples/" + program),
                            text(files, "examples/" + response)));
        }
        return examples;
    }

    /** All that is missing is told at once. */
    private static void requireFiles(LessonFiles files, List<String> names) {
        List<String> missing = names.stream().filter(name -> !files.has(name)).toList();
        if (missing.size() > 1) {
            throw new InvalidLessonException(
                    "%s are missing.".formatted(String.join(", ", missing)));
        }
    }

    private static String text(LessonFiles files, String name) {
        try (InputStream bytes = files.open(name)) {
            return TextFile.of(name, bytes).text();
        } catch (InvalidTextException e) {
            throw new InvalidLessonException(String.valueOf(e.getMessage()));
        } catch (IOException e) {
            throw new InvalidLessonException(name + " is missing, or can't be read.");
        }
    }
}
