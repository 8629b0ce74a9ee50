package org.code.aiproxy.rubrictester.command;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.code.aiproxy.console.ExitStatus;
import org.code.aiproxy.rubrictester.dataset.Folder;
import org.code.aiproxy.rubrictester.dataset.Folder.Kind;
import org.code.aiproxy.rubrictester.dataset.InvalidDataException;
import org.code.aiproxy.rubrictester.dataset.Upload;
import org.code.aiproxy.rubrictester.dataset.WorkingCopy;
import org.code.aiproxy.rubrictester.release.Release;
import org.code.aiproxy.rubrictester.run.Session;
import org.code.aiproxy.rubrictester.terminal.CommandEnvironment;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes an experiment a release, which the backend reads. */
@Command(
        name = "promote",
        description = {
            "Copies an experiment to a release, which the school platform's backend reads.",
            "Refuses what would break the backend: a key concept or label without a confidence,",
            "or a key concept for the code feature extractor without a decision tree."
        },
        mixinStandardHelpOptions = true)
final class PromoteCommand extends ToolCommand {

    @Parameters(index = "0", paramLabel = "EXPERIMENT", description = "The experiment's name.")
    private String experiment;

    @Parameters(index = "1", paramLabel = "RELEASE", description = "The release's name.")
    private String release;

    @Option(names = "--upload", description = "Copy the release to S3, too.")
    private boolean upload;

    @Option(
            names = "--force",
            paramLabel = "REASON",
            description =
                    "Release in spite of unfinished examples, too few students, a result that is no"
                            + " better than the most common label, or a release of the same name;"
                            + " the reason is kept in forced.json.")
    private String force = "";

    PromoteCommand(CommandEnvironment surroundings) {
        super(surroundings);
    }

    @Override
    int run(Session session, PrintWriter out) {
        WorkingCopy workingCopy = session.workingCopy(progress());
        List<String> lessons = workingCopy.localLessons(Kind.EXPERIMENT, experiment);
        List<Release> releases =
                lessons.stream()
                        .map(lesson ->
                                Release.check(
                                        workingCopy.folder(
                                                new Folder(Kind.EXPERIMENT, experiment, lesson)),
                                        lesson,
                                        session.specs()))
                        .toList();
        releases.stream()
                .flatMap(one -> one.models().stream())
                .distinct()
                .flatMap(model -> session.endWarnings().of(model).stream())
                .forEach(this::warn);
        List<String> doubts = doubts(workingCopy, releases);
        if (!doubts.isEmpty() && force.isBlank()) {
            throw new InvalidDataException(
                    "Not released: %s --force REASON releases it anyway."
                            .formatted(String.join(" ", doubts)));
        }
        for (Release one : releases) {
            Folder folder = new Folder(Kind.RELEASE, release, one.lesson());
            Path target = workingCopy.newFolder(folder);
            one.copyTo(target);
            if (!doubts.isEmpty()) {
                Release.record(target, force, doubts);
            }
            out.println("Released to " + target);
            if (upload) {
                new Upload(session.store(), false).send(target, folder.path());
                out.println("Sent to %s%s".formatted(session.store(), folder.path()));
            }
        }
        return ExitStatus.OK;
    }

    private List<String> doubts(WorkingCopy workingCopy, List<Release> releases) {
        Stream<String> existing =
                releases.stream()
                        .map(one -> new Folder(Kind.RELEASE, release, one.lesson()))
                        .filter(folder -> workingCopy.folderHere(folder).isPresent())
                        .map(folder -> folder.path() + " already exists.");
        return Stream.concat(existing, releases.stream().flatMap(one -> one.doubts().stream()))
                .toList();
    }
}
