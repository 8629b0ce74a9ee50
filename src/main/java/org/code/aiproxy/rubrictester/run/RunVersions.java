package org.code.aiproxy.rubrictester.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.code.aiproxy.grading.prompt.Example;
import org.code.aiproxy.grading.spec.LessonText;
import org.code.aiproxy.rubrictester.dataset.InvalidDataException;
import org.code.aiproxy.rubrictester.experiment.LessonExperiment;
import org.code.aiproxy.rubrictester.experiment.ResponseCache;
import org.code.aiproxy.textfile.FileFault;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.json.JsonMapper;

/**
 * The numbered versions of a lesson's runs, in a hidden folder of the experiment's: what each was
 * run with, as an experiment's folder has it, its reports, and its responses. What is edited in
 * place is in them as it was.
 *
 * @param folder the lesson's folder, or where a run keeps what it writes
 */
public record RunVersions(Path folder) {

    private static final String FOLDER = ".versions";
    private static final String OUTPUT = "output";
    private static final JsonMapper MAPPER = new JsonMapper();

    /** The number of the next run over some lessons: one more than any of them has. */
    static int next(Collection<Path> folders) {
        return 1
                + folders.stream()
                        .flatMap(folder -> new RunVersions(folder).numbers().stream())
                        .mapToInt(Integer::intValue)
                        .max()
                        .orElse(0);
    }

    /** The numbers that there are, in order. */
    public List<Integer> numbers() {
        Path versions = folder.resolve(FOLDER);
        if (!Files.isDirectory(versions)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(versions)) {
            return all.map(it -> String.valueOf(it.getFileName()))
                    .filter(name -> name.matches("[1-9]\\d{0,8}"))
                    .map(Integer::valueOf)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new InvalidDataException(
                    versions + " can't be read: " + FileFault.reason(versions, e), e);
        }
    }

    /** The folder of a version, which is like an experiment's. */
    public Path folder(int number) {
        return folder.resolve(FOLDER).resolve(String.valueOf(number));
    }

    /** Keeps what a lesson was run with, and what came of it. */
    void keep(int number, LessonExperiment experiment, Path output, Path responses) {
        Path version = folder(number);
        try {
            Files.createDirectories(version.resolve(OUTPUT));
            write(experiment, version);
            for (Path file : files(output)) {
                Files.copy(file, version.resolve(OUTPUT).resolve(file.getFileName()));
            }
            if (Files.isDirectory(responses)) {
                FileSystemUtils.copyRecursively(responses, version.resolve(ResponseCache.FOLDER));
            }
        } catch (IOException e) {
            throw new InvalidDataException(
                    version + " can't be written: " + FileFault.reason(version, e), e);
        }
    }

    /** As it was read before the run, with what the command line changed. */
    private static void write(LessonExperiment experiment, Path version) throws IOException {
        LessonText text = experiment.spec().text();
        Map<String, String> parameters = new TreeMap<>(experiment.parameters());
        Files.writeString(
                version.resolve("params.json"),
                MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(parameters) + "\n");
        Files.writeString(version.resolve("system_prompt.txt"), text.prompt());
        Files.writeString(version.resolve("standard_rubric.csv"), text.rubric());
        String ending = experiment.spec().choice().format().wireName();
        List<Example> examples = text.examples();
        if (!examples.isEmpty()) {
            Path folder = Files.createDirectories(version.resolve("examples"));
            for (int i = 0; i < examples.size(); i++) {
                String name = "%03d".formatted(i + 1);
                Files.writeString(folder.resolve(name + ".js"), examples.get(i).program());
                Files.writeString(folder.resolve(name + "." + ending), examples.get(i).response());
            }
        }
    }

    private static List<Path> files(Path output) throws IOException {
        List<Path> files = new ArrayList<>();
        if (Files.isDirectory(output)) {
            try (Stream<Path> all = Files.list(output)) {
                all.filter(Files::isRegularFile).forEach(files::add);
            }
        }
        return files;
    }
}
