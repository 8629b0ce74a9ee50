package org.code.aiproxy.rubrictester.release;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.code.aiproxy.grading.rubric.Label;
import org.code.aiproxy.grading.rubric.Rubric;
import org.code.aiproxy.grading.spec.AssessmentSpecs;
import org.code.aiproxy.grading.spec.InvalidFieldException;
import org.code.aiproxy.grading.spec.SpecOverrides;
import org.code.aiproxy.json.ForeignJson;
import org.code.aiproxy.rubrictester.dataset.Aside;
import org.code.aiproxy.rubrictester.dataset.InvalidDataException;
import org.code.aiproxy.rubrictester.experiment.LessonExperiment;
import org.code.aiproxy.rubrictester.report.file.CalibrationFile;
import org.code.aiproxy.rubrictester.report.file.Confidence;
import org.code.aiproxy.rubrictester.report.file.SelectiveFile;
import org.code.aiproxy.textfile.FileFault;
import org.code.aiproxy.textfile.InvalidTextException;
import org.code.aiproxy.textfile.JsonText;
import org.code.aiproxy.textfile.TextFile;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A lesson of an experiment that keeps the promises on which the backend relies.
 *
 * @param lesson the lesson's id
 * @param experiment the experiment's folder for it
 * @param models the models that are asked
 */
public record Release(String lesson, Path experiment, List<String> models) {

    private static final JsonMapper MAPPER = ForeignJson.MAPPER;
    private static final List<String> CONFIDENCES = List.of("HIGH", "MEDIUM", "LOW");
    private static final List<String> EXACT_CONFIDENCES = List.of("HIGH", "LOW");
    private static final String EXAMPLES = "examples";
    private static final List<String> OPTIONAL =
            List.of(Confidence.EXACT_FILE, SelectiveFile.FILE, CalibrationFile.FILE);

    public Release {
        models = List.copyOf(models);
    }

    /**
     * Holds a lesson to the backend's contract.
     *
     * @throws InvalidDataException when it breaks it; the message says where
     */
    public static Release check(Path folder, String lesson, AssessmentSpecs specs) {
        LessonExperiment experiment = LessonExperiment.read("", lesson, folder, SpecOverrides.NONE);
        List<String> models = models(experiment, specs);
        List<String> concepts = experiment.rubric().names();
        JsonNode confidence = json(folder.resolve(Confidence.FILE));
        for (String concept : concepts) {
            requireOneOf(confidence.path(concept), CONFIDENCES, Confidence.FILE, concept);
        }
        Path exactFile = folder.resolve(Confidence.EXACT_FILE);
        if (Files.exists(exactFile)) {
            requireExact(json(exactFile), concepts);
        }
        return new Release(lesson, folder, models);
    }

    /** Why it should not be released as it is, each a sentence. */
    public List<String> doubts() {
        return new Doubts(experiment, lesson).sentences();
    }

    /**
     * Writes beside the release why it was made in spite of doubts.
     *
     * @param reason a person's
     */
    public static void record(Path target, String reason, List<String> doubts) {
        Path file = target.resolve("forced.json");
        try {
            Files.writeString(
                    file,
                    pretty(
                            MAPPER.createObjectNode()
                                    .put("reason", reason)
                                    .put("at", Clock.systemUTC().instant().toString())
                                    .set("in_spite_of", MAPPER.valueToTree(doubts))));
        } catch (IOException e) {
            throw new InvalidDataException(
                    file + " can't be written: " + FileFault.reason(file, e), e);
        }
    }

    /** Also that each key concept for the code feature extractor has a decision tree. */
    private static List<String> models(LessonExperiment experiment, AssessmentSpecs specs) {
        try {
            return specs.of(experiment.spec()).choice().models();
        } catch (InvalidFieldException e) {
            throw new InvalidDataException(
                    "%s can't be released: `%s` %s"
                            .formatted(experiment.id(), e.field(), e.getMessage()),
                    e);
        }
    }

    private static void requireExact(JsonNode exact, List<String> concepts) {
        for (String concept : concepts) {
            for (Label label : Label.values()) {
                requireOneOf(
                        exact.path(concept).path(label.text()),
                        EXACT_CONFIDENCES,
                        Confidence.EXACT_FILE,
                        concept + ", " + label);
            }
        }
    }

    private static void requireOneOf(
            JsonNode value, List<String> allowed, String file, String what) {
        if (!allowed.contains(value.asString(""))) {
            throw new InvalidDataException(
                    "%s must say %s for %s. Run the experiment with -g."
                            .formatted(file, String.join(" or ", allowed), what));
        }
    }

    private static JsonNode json(Path file) {
        try {
            return new JsonText(file.toString(), TextFile.read(file)).read();
        } catch (InvalidTextException e) {
            throw new InvalidDataException(e.getMessage() + " Or run the experiment with -g.", e);
        } catch (IOException e) {
            throw new InvalidDataException(
                    file + " is missing, or can't be read. Run the experiment with -g.", e);
        }
    }

    /**
     * Copies what the backend reads; what was there is kept beside it, hidden. The backend reads
     * plain UTF-8, strict JSON and commas only, so that is what it gets.
     */
    public void copyTo(Path target) {
        try {
            Aside.move(target);
            Files.createDirectories(target);
            copyJson("params.json", target);
            copyText("system_prompt.txt", target);
            Files.writeString(
                    target.resolve("standard_rubric.csv"),
                    Rubric.parse(TextFile.read(experiment.resolve("standard_rubric.csv"))).text());
            copyJson(Confidence.FILE, target);
            for (String optional : OPTIONAL) {
                if (Files.exists(experiment.resolve(optional))) {
                    copyJson(optional, target);
                }
            }
            copyExamples(target);
        } catch (IOException e) {
            throw new InvalidDataException(
                    target + " can't be written: " + FileFault.reason(target, e), e);
        }
    }

    private void copyExamples(Path target) throws IOException {
        Path examples = experiment.resolve(EXAMPLES);
        if (!Files.isDirectory(examples)) {
            return;
        }
        Files.createDirectories(target.resolve(EXAMPLES));
        try (Stream<Path> files = Files.list(examples)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                copyText(experiment.relativize(file).toString(), target);
            }
        }
    }

    private void copyText(String name, Path target) throws IOException {
        Files.writeString(target.resolve(name), TextFile.read(experiment.resolve(name)));
    }

    /** As it stands where that is strict JSON. */
    private void copyJson(String name, Path target) throws IOException {
        String text = TextFile.read(experiment.resolve(name));
        JsonNode json = new JsonText(name, text).read();
        Files.writeString(target.resolve(name), isStrict(text) ? text : pretty(json));
    }

    private static boolean isStrict(String json) {
        try {
            return !MAPPER.readTree(json).isMissingNode();
        } catch (JacksonException e) {
            return false;
        }
    }

    private static String pretty(JsonNode json) {
        return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(json) + "\n";
    }
}
