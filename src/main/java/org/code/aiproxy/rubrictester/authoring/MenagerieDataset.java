package org.code.aiproxy.rubrictester.authoring;

import java.io.IOException;
import java.io.InputStream;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.code.aiproxy.grading.rubric.Label;
import org.code.aiproxy.rubrictester.dataset.ActualLabels;
import org.code.aiproxy.rubrictester.dataset.GraderFiles;
import org.code.aiproxy.textfile.SheetWriter;
import org.jspecify.annotations.Nullable;

/** Writes the Menagerie set as a dataset, and an experiment to try on it. */
public final class MenagerieDataset {

    private static final String RESOURCES = "/rubrictester/menagerie/";
    private static final String RUBRIC = "standard_rubric.csv";
    private static final List<String> EXPERIMENT =
            List.of("params.json", "system_prompt.txt", RUBRIC);

    private final Menagerie set;

    public MenagerieDataset(Menagerie set) {
        this.set = set;
    }

    /**
     * Writes programs, labels and the rubric that was written from the four skills.
     *
     * @throws IOException when the folder can't be written
     */
    public void writeTo(Path folder) throws IOException {
        Files.createDirectories(folder);
        for (var program : set.programs().entrySet()) {
            Files.writeString(folder.resolve(program.getKey() + ".java"), program.getValue());
        }
        try (Writer out = Files.newBufferedWriter(folder.resolve(ActualLabels.FILE))) {
            SheetWriter csv = header(out);
            set.programs()
                    .keySet()
                    .forEach(program ->
                            csv.row(
                                    ActualLabels.row(
                                            program,
                                            Menagerie.SKILLS.stream()
                                                    .map(skill -> set.label(program, skill).text())
                                                    .toList())));
        }
        for (String grader : set.graders().keySet()) {
            writeGrader(grader, folder.resolve(GraderFiles.name(grader)));
        }
        copy(RUBRIC, folder);
        copy("README.md", folder);
    }

    private void writeGrader(String grader, Path file) throws IOException {
        try (Writer out = Files.newBufferedWriter(file)) {
            SheetWriter csv = header(out);
            Objects.requireNonNull(set.graders().get(grader))
                    .forEach((program, labels) -> {
                        if (set.programs().containsKey(program)) {
                            csv.row(
                                    ActualLabels.row(
                                            program,
                                            Menagerie.SKILLS.stream()
                                                    .map(skill -> text(labels.get(skill)))
                                                    .toList()));
                        }
                    });
        }
    }

    private static String text(@Nullable Label label) {
        return label == null ? "" : label.text();
    }

    private static SheetWriter header(Writer out) {
        SheetWriter csv = new SheetWriter(out);
        csv.row(ActualLabels.header(Menagerie.SKILLS));
        return csv;
    }

    /**
     * Writes an experiment with a decision model, the same rubric, and a prompt that says what the
     * students were asked for.
     *
     * @throws IOException when the folder can't be written
     */
    public static void writeExperiment(Path folder) throws IOException {
        Files.createDirectories(folder);
        for (String name : EXPERIMENT) {
            copy(name, folder);
        }
    }

    private static void copy(String name, Path folder) throws IOException {
        try (InputStream resource = MenagerieDataset.class.getResourceAsStream(RESOURCES + name)) {
            Files.write(
                    folder.resolve(name), Objects.requireNonNull(resource, name).readAllBytes());
        }
    }
}
