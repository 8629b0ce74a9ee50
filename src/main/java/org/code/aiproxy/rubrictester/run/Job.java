package org.code.aiproxy.rubrictester.run;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.code.aiproxy.rubrictester.dataset.Folder;
import org.code.aiproxy.rubrictester.dataset.Folder.Kind;
import org.code.aiproxy.rubrictester.dataset.InvalidDataException;
import org.code.aiproxy.rubrictester.dataset.LessonDataset;
import org.code.aiproxy.rubrictester.dataset.StudentProgram;
import org.code.aiproxy.rubrictester.dataset.WorkingCopy;
import org.code.aiproxy.rubrictester.experiment.LessonExperiment;
import org.code.aiproxy.rubrictester.experiment.ResponseCache;

/**
 * One lesson of a run.
 *
 * @param experiment how its programs are to be labelled
 * @param dataset its programs
 * @param folder the experiment's folder for it, where results go
 */
public record Job(LessonExperiment experiment, LessonDataset dataset, Path folder) {

    /** All lessons of a run, read and checked before anything is paid for. */
    public static List<Job> all(RunOptions options, WorkingCopy workingCopy) {
        return lessons(options, workingCopy).stream()
                .map(lesson -> read(options, workingCopy, lesson))
                .toList();
    }

    /** Those of the experiment's folders that needn't be fetched first. */
    static List<Path> foldersHere(RunOptions options, WorkingCopy workingCopy) {
        return lessons(options, workingCopy).stream()
                .map(lesson -> new Folder(Kind.EXPERIMENT, options.experiment, lesson))
                .flatMap(folder -> workingCopy.folderHere(folder).stream())
                .toList();
    }

    private static List<String> lessons(RunOptions options, WorkingCopy workingCopy) {
        return options.lessons.isEmpty()
                ? workingCopy.lessons(Kind.EXPERIMENT, options.experiment)
                : options.lessons;
    }

    private static Job read(RunOptions options, WorkingCopy workingCopy, String lesson) {
        Path folder =
                folder(
                        options,
                        workingCopy,
                        new Folder(Kind.EXPERIMENT, options.experiment, lesson));
        if (options.version != null) {
            folder = version(folder, options.experiment, options.version);
        }
        LessonExperiment experiment =
                LessonExperiment.read(name(options), lesson, folder, options.overrides());
        LessonDataset all =
                LessonDataset.read(
                        folder(
                                options,
                                workingCopy,
                                new Folder(Kind.DATASET, options.dataset, lesson)));
        LessonDataset chosen =
                (options.students.isEmpty() ? all : all.only(options.students))
                        .first(options.maxStudents);
        return new Job(
                experiment,
                needsLabels(options, chosen)
                        ? chosen.requireLabelsFor(experiment.rubric().names())
                        : chosen,
                folder);
    }

    private static String name(RunOptions options) {
        return options.version == null
                ? options.experiment
                : options.experiment + "@" + options.version;
    }

    private static Path version(Path folder, String experiment, int number) {
        RunVersions versions = new RunVersions(folder);
        if (!versions.numbers().contains(number)) {
            throw new InvalidDataException(
                    "%s has no version %d here; it has %s."
                            .formatted(
                                    experiment,
                                    number,
                                    versions.numbers().isEmpty()
                                            ? "none"
                                            : versions.numbers().stream()
                                                    .map(String::valueOf)
                                                    .collect(Collectors.joining(", "))));
        }
        return versions.folder(number);
    }

    /** A folder of programs alone is an author's first step: their labels are the result. */
    private static boolean needsLabels(RunOptions options, LessonDataset dataset) {
        return !options.newLabels
                && (dataset.labels().isPresent() || options.accuracy || options.confidence);
    }

    private static Path folder(RunOptions options, WorkingCopy workingCopy, Folder folder) {
        return options.download ? workingCopy.fetch(folder) : workingCopy.folder(folder);
    }

    /** What a person should know of it before it is run, each a sentence. */
    List<String> warnings() {
        return Stream.of(
                        experiment.warnings().stream(),
                        dataset.blankLabels().stream(),
                        examplesAmongPrograms().stream())
                .flatMap(it -> it)
                .toList();
    }

    /** A model that has seen the answer is measured on what it has read. */
    private Optional<String> examplesAmongPrograms() {
        Set<String> examples =
                experiment.spec().text().examples().stream()
                        .map(example -> example.program().strip())
                        .collect(Collectors.toSet());
        List<String> both =
                dataset.programs().stream()
                        .filter(program -> program.problem().isEmpty())
                        .filter(program -> examples.contains(program.code().strip()))
                        .map(StudentProgram::student)
                        .toList();
        return both.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        "%s: the examples contain %d of the programs that the model is tested on (%s), so its figures are too good. Use other programs as examples."
                                .formatted(experiment.id(), both.size(), String.join(", ", both)));
    }

    /** Where its reports go, unless the command line says otherwise. */
    public Path output() {
        return folder.resolve("output");
    }

    /** Where its reports go. */
    Path output(RunOptions options) {
        return options.outputDir == null ? output() : options.outputDir.resolve(experiment.id());
    }

    /** Where the experiment keeps its responses. */
    public ResponseCache cache() {
        return new ResponseCache(folder.resolve(ResponseCache.FOLDER));
    }

    /** Where a run keeps its responses: with its reports, if the command line says where. */
    ResponseCache cache(RunOptions options) {
        return options.outputDir == null
                ? cache()
                : new ResponseCache(output(options).resolve(ResponseCache.FOLDER), cache());
    }

    /** Where a run writes what belongs to the experiment. */
    Path results(RunOptions options) {
        return options.outputDir == null ? folder : output(options);
    }
}
