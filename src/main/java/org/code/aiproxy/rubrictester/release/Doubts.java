package org.code.aiproxy.rubrictester.release;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.code.aiproxy.rubrictester.dataset.InvalidDataException;
import org.code.aiproxy.rubrictester.evaluation.Headline;
import org.code.aiproxy.textfile.FileFault;
import org.code.aiproxy.textfile.InvalidTextException;
import org.code.aiproxy.textfile.JsonText;
import org.code.aiproxy.textfile.TextFile;
import tools.jackson.databind.JsonNode;

/**
 * Why a lesson should not be released as it is, although the backend could read it: unfinished
 * examples, and figures that say too little or nothing good.
 *
 * @param folder the experiment's folder for the lesson
 * @param lesson the lesson's id, for messages
 */
record Doubts(Path folder, String lesson) {

    private static final String UNFINISHED = "CORRECT THIS";
    private static final List<String> OUR_MARKS = List.of("<b>Votes", "(unverified)");

    /** A sentence for each; none where nothing speaks against it. */
    List<String> sentences() {
        List<String> doubts = new ArrayList<>(ofExamples());
        doubts.addAll(ofFigures());
        return doubts;
    }

    private List<String> ofExamples() {
        Path examples = folder.resolve("examples");
        if (!Files.isDirectory(examples)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(examples)) {
            return files.filter(it -> Files.isRegularFile(it) && !it.toString().endsWith(".js"))
                    .sorted()
                    .flatMap(this::ofExample)
                    .toList();
        } catch (IOException e) {
            throw new InvalidDataException(
                    examples + " can't be read: " + FileFault.reason(examples, e), e);
        }
    }

    private Stream<String> ofExample(Path file) {
        String text = text(file);
        String name = "%s: examples/%s".formatted(lesson, file.getFileName());
        return Stream.concat(
                Stream.of(name + " still says CORRECT THIS; write its reason.")
                        .filter(_ -> text.contains(UNFINISHED)),
                OUR_MARKS.stream()
                        .filter(text::contains)
                        .map(mark ->
                                "%s has this service's own mark `%s`; remove it."
                                        .formatted(name, mark)));
    }

    private List<String> ofFigures() {
        Path file = folder.resolve("output").resolve("metrics.json");
        if (!Files.exists(file)) {
            return List.of("%s has no figures (output/metrics.json); run it.".formatted(lesson));
        }
        JsonNode overall = json(file).at("/exact_match/overall");
        int students = overall.path("students").asInt(0);
        double accuracy = overall.at("/accuracy/value").asDouble(0);
        double baseline = overall.at("/majority_baseline/value").asDouble(0);
        List<String> doubts = new ArrayList<>();
        if (students < Headline.FEWEST_STUDENTS) {
            doubts.add(
                    "%s was measured with %d students, which are too few: %d or more are needed."
                            .formatted(lesson, students, Headline.FEWEST_STUDENTS));
        }
        if (accuracy <= baseline) {
            doubts.add(
                    "%s agrees with people on %.0f %% of labels; always giving the most common label would reach %.0f %%."
                            .formatted(lesson, 100 * accuracy, 100 * baseline));
        }
        return doubts;
    }

    private static JsonNode json(Path file) {
        try {
            return new JsonText(file.toString(), text(file)).read();
        } catch (InvalidTextException e) {
            throw new InvalidDataException(String.valueOf(e.getMessage()), e);
        }
    }

    private static String text(Path file) {
        try {
            return TextFile.read(file);
        } catch (InvalidTextException e) {
            throw new InvalidDataException(String.valueOf(e.getMessage()), e);
        } catch (IOException e) {
            throw new InvalidDataException(
                    file + " can't be read: " + FileFault.reason(file, e), e);
        }
    }
}
