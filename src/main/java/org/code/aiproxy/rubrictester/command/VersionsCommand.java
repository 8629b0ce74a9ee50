package org.code.aiproxy.rubrictester.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.code.aiproxy.console.ExitStatus;
import org.code.aiproxy.rubrictester.dataset.Folder;
import org.code.aiproxy.rubrictester.dataset.Folder.Kind;
import org.code.aiproxy.rubrictester.dataset.WorkingCopy;
import org.code.aiproxy.rubrictester.run.RunVersions;
import org.code.aiproxy.rubrictester.run.Session;
import org.code.aiproxy.rubrictester.terminal.CommandEnvironment;
import org.code.aiproxy.textfile.InvalidTextException;
import org.code.aiproxy.textfile.JsonText;
import org.code.aiproxy.textfile.TextFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** Lists the runs of an experiment that were kept. */
@Command(
        name = "versions",
        description = {
            "Lists the runs of an experiment that are kept: when, with which model, and how well the",
            "AI agreed with people. `compare NAME@3 NAME@5` compares two of them."
        },
        mixinStandardHelpOptions = true)
final class VersionsCommand extends ToolCommand {

    @Parameters(paramLabel = "EXPERIMENT", description = "The experiment's name.")
    private String experiment;

    VersionsCommand(CommandEnvironment surroundings) {
        super(surroundings);
    }

    @Override
    int run(Session session, PrintWriter out) {
        WorkingCopy workingCopy = session.workingCopy(progress());
        TreeMap<Integer, List<String>> lines = new TreeMap<>();
        for (String lesson : workingCopy.localLessons(Kind.EXPERIMENT, experiment)) {
            RunVersions versions =
                    new RunVersions(
                            workingCopy.folder(new Folder(Kind.EXPERIMENT, experiment, lesson)));
            for (int number : versions.numbers()) {
                lines.computeIfAbsent(number, _ -> new ArrayList<>())
                        .add(line(lesson, versions.folder(number)));
            }
        }
        if (lines.isEmpty()) {
            out.println("%s has not been run yet.".formatted(experiment));
        }
        lines.forEach((number, lessons) -> {
            out.println("%s@%d".formatted(experiment, number));
            lessons.forEach(out::println);
        });
        return ExitStatus.OK;
    }

    private static String line(String lesson, Path version) {
        JsonNode run = json(version.resolve("output/run.json"));
        JsonNode metrics = json(version.resolve("output/metrics.json"));
        JsonNode accuracy = metrics.at("/exact_match/overall/accuracy/value");
        return "  %s  %s  %s on %s  %d labelled  %s"
                .formatted(
                        lesson,
                        run.path("begun").asString("").replaceFirst("\\.\\d+", ""),
                        run.path("model").asString("?"),
                        run.path("dataset").asString("?"),
                        metrics.path("graded").asInt(0),
                        accuracy.isNumber()
                                ? "%.0f %% agreement".formatted(100 * accuracy.doubleValue())
                                : "no labels by people");
    }

    /** What can't be read says nothing; the version is there anyway. */
    private static JsonNode json(Path file) {
        try {
            return Files.exists(file)
                    ? new JsonText(file.toString(), TextFile.read(file)).read()
                    : MissingNode.getInstance();
        } catch (IOException | InvalidTextException e) {
            return MissingNode.getInstance();
        }
    }
}
