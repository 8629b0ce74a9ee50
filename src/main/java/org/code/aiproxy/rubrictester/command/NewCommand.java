package org.code.aiproxy.rubrictester.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.code.aiproxy.console.ExitStatus;
import org.code.aiproxy.rubrictester.dataset.Folder;
import org.code.aiproxy.rubrictester.dataset.Folder.Kind;
import org.code.aiproxy.rubrictester.dataset.InvalidDataException;
import org.code.aiproxy.rubrictester.dataset.WorkingCopy;
import org.code.aiproxy.rubrictester.run.Session;
import org.code.aiproxy.rubrictester.terminal.CommandEnvironment;
import org.code.aiproxy.textfile.FileFault;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes an experiment to start from. */
@Command(
        name = "new",
        description = {
            "Makes an experiment to start from: parameters, prompt, rubric and examples of another.",
            "With --lesson for one lesson only; a lesson that the other doesn't have gets its first."
        },
        mixinStandardHelpOptions = true)
final class NewCommand extends ToolCommand {

    private static final String SAMPLE = "sample-json";
    private static final String EXAMPLES = "examples";

    @Parameters(paramLabel = "NAME", description = "The new experiment's name.")
    private String name;

    @Option(
            names = "--from",
            paramLabel = "EXPERIMENT",
            description = "The experiment to copy. Default: ${DEFAULT-VALUE}.")
    private String from = SAMPLE;

    @Option(
            names = "--lesson",
            split = ",",
            paramLabel = "LESSON",
            description = "Lessons, separated by commas. Default: all of the other experiment.")
    private List<String> lessons = List.of();

    NewCommand(CommandEnvironment surroundings) {
        super(surroundings);
    }

    @Override
    int run(Session session, PrintWriter out) {
        WorkingCopy workingCopy = session.workingCopy(progress());
        List<String> there = workingCopy.lessons(Kind.EXPERIMENT, from);
        List<String> chosen = lessons.isEmpty() ? there : lessons;
        List<Path> targets = chosen.stream().map(lesson -> free(workingCopy, lesson)).toList();
        for (int i = 0; i < chosen.size(); i++) {
            String source = there.contains(chosen.get(i)) ? chosen.get(i) : there.getFirst();
            copy(workingCopy.folder(new Folder(Kind.EXPERIMENT, from, source)), targets.get(i));
            out.println("Made " + targets.get(i));
        }
        out.println(
                "Change params.json, system_prompt.txt, standard_rubric.csv and examples there; then try"
                        + " bin/rubric-tester --dataset-name NAME -e %s --dry-run".formatted(name));
        return ExitStatus.OK;
    }

    private Path free(WorkingCopy workingCopy, String lesson) {
        Path target = workingCopy.newFolder(new Folder(Kind.EXPERIMENT, name, lesson));
        if (Files.exists(target)) {
            throw new InvalidDataException(
                    target + " already exists; choose another name, or edit it in place.");
        }
        return target;
    }

    private static void copy(Path source, Path target) {
        try {
            for (Path file : files(source)) {
                Path copy = target.resolve(source.relativize(file).toString());
                Files.createDirectories(copy.resolveSibling(""));
                Files.copy(file, copy);
            }
        } catch (IOException e) {
            throw new InvalidDataException(
                    target + " can't be written: " + FileFault.reason(target, e), e);
        }
    }

    /** What an experiment is made of, without what runs left there. */
    private static List<Path> files(Path source) throws IOException {
        List<Path> files = new ArrayList<>();
        for (String file : List.of("params.json", "system_prompt.txt", "standard_rubric.csv")) {
            files.add(source.resolve(file));
        }
        Path examples = source.resolve(EXAMPLES);
        if (Files.isDirectory(examples)) {
            try (Stream<Path> all = Files.list(examples)) {
                all.filter(Files::isRegularFile).sorted().forEach(files::add);
            }
        }
        return files;
    }
}
