package org.code.aiproxy.rubrictester.release;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.code.aiproxy.assessment.AssessmentRequestReader;
import org.code.aiproxy.assessment.RequestFields;
import org.code.aiproxy.rubric.Label;
import org.code.aiproxy.rubrictester.dataset.Aside;
import org.code.aiproxy.rubrictester.dataset.InvalidDataException;
import org.code.aiproxy.rubrictester.experiment.LessonExperiment;
import org.code.aiproxy.rubrictester.report.Confidence;
import org.code.aiproxy.server.InvalidFieldException;
import org.springframework.util.FileSystemUtils;
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

    private static final JsonMapper MAPPER = new JsonMapper();
    private static final List<String> CONFIDENCES = List.of("HIGH", "MEDIUM", "LOW");
    private static final List<String> EXACT_CONFIDENCES = List.of("HIGH", "LOW");
    private static final List<String> FILES =
            List.of("params.json", "system_prompt.txt", "standard_rubric.csv", Confidence.FILE);
    private static final String EXAMPLES = "examples";

    public Release {
        models = List.copyOf(models);
    }

    /**
     * Holds a lesson to the backend's contract.
     *
     * @throws InvalidDataException when it breaks it; the message says where
     */
    public static Release check(Path folder, String lesson, AssessmentRequestReader reader) {
        LessonExperiment experiment =
                LessonExperiment.read("", lesson, folder, new RequestFields(Map.of()));
        List<String> models = models(experiment, reader);
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

    /** Also that each key concept for the code feature extractor has a decision tree. */
    private static List<String> models(
            LessonExperiment experiment, AssessmentRequestReader reader) {
        try {
            return reader.read(experiment.configuration().fields("")).choice().models();
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
            return MAPPER.readTree(Files.readString(file));
        } catch (IOException | JacksonException e) {
            throw new InvalidDataException(
                    file + " is missing, or is no JSON. Run the experiment with -g.", e);
        }
    }

    /** Copies what the backend reads; what was there is kept beside it, hidden. */
    public void copyTo(Path target) {
        try {
            Aside.move(target);
            Files.createDirectories(target);
            for (String file : FILES) {
                Files.copy(experiment.resolve(file), target.resolve(file));
            }
            Path exact = experiment.resolve(Confidence.EXACT_FILE);
            if (Files.exists(exact)) {
                Files.copy(exact, target.resolve(Confidence.EXACT_FILE));
            }
            if (Files.isDirectory(experiment.resolve(EXAMPLES))) {
                FileSystemUtils.copyRecursively(
                        experiment.resolve(EXAMPLES), target.resolve(EXAMPLES));
            }
        } catch (IOException e) {
            throw new InvalidDataException(target + " can't be written: " + e.getMessage(), e);
        }
    }
}
