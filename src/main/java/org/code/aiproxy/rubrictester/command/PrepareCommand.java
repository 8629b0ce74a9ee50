package org.code.aiproxy.rubrictester.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.code.aiproxy.console.ExitStatus;
import org.code.aiproxy.grading.rubric.Label;
import org.code.aiproxy.rubrictester.authoring.GradersSheet;
import org.code.aiproxy.rubrictester.authoring.ProjectSource;
import org.code.aiproxy.rubrictester.dataset.ActualLabels;
import org.code.aiproxy.rubrictester.dataset.InvalidDataException;
import org.code.aiproxy.rubrictester.dataset.Premises;
import org.code.aiproxy.rubrictester.run.Session;
import org.code.aiproxy.rubrictester.terminal.CommandEnvironment;
import org.code.aiproxy.textfile.FileFault;
import org.code.aiproxy.textfile.SheetWriter;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes a lesson's dataset of a graders' sheet. */
@Command(
        name = "prepare",
        description = {
            "Makes actual_labels.csv of a graders' sheet: links to projects (…/ID/view) in the first",
            "column, a column for each key concept, separated by tabs. Empty columns are dropped."
        },
        mixinStandardHelpOptions = true)
final class PrepareCommand extends ToolCommand {

    @Parameters(paramLabel = "SHEET.tsv", description = "The sheet.")
    private Path sheet;

    @Option(
            names = "--output-dir",
            paramLabel = "DIR",
            description = "The lesson's folder in the dataset. Default: the sheet's folder.")
    private @Nullable Path outputDir;

    @Option(
            names = "--fetch",
            paramLabel = "BASE_URL",
            description = "Fetch the programs from the school platform at this address.")
    private @Nullable String baseUrl;

    PrepareCommand(CommandEnvironment surroundings) {
        super(surroundings);
    }

    @Override
    int run(Session session, PrintWriter out) {
        GradersSheet read = GradersSheet.read(sheet);
        Path folder =
                Optional.ofNullable(outputDir)
                        .or(() -> Optional.ofNullable(sheet.toAbsolutePath().getParent()))
                        .orElseThrow();
        try {
            Files.createDirectories(folder);
            Premises premises = Premises.of(folder);
            premises.require(folder.resolve(ActualLabels.FILE));
            read.labels()
                    .sequencedKeySet()
                    .forEach(project -> premises.require(program(folder, project)));
            writeLabels(read, folder.resolve(ActualLabels.FILE));
            if (baseUrl != null) {
                fetch(read, folder, new ProjectSource(baseUrl, session.network()), out);
            }
        } catch (IOException e) {
            throw new InvalidDataException(
                    folder + " can't be written: " + FileFault.reason(folder, e), e);
        }
        out.println(
                "%d students, %d key concepts: %s"
                        .formatted(
                                read.labels().size(),
                                read.keyConcepts().size(),
                                folder.resolve(ActualLabels.FILE)));
        return ExitStatus.OK;
    }

    private static void writeLabels(GradersSheet sheet, Path file) throws IOException {
        try (Writer out = Files.newBufferedWriter(file)) {
            SheetWriter csv = new SheetWriter(out);
            csv.row(ActualLabels.header(sheet.keyConcepts()));
            sheet.labels()
                    .forEach((student, labels) ->
                            csv.row(
                                    ActualLabels.row(
                                            student, labels.stream().map(Label::text).toList())));
        }
    }

    private static Path program(Path folder, String project) {
        return folder.resolve(project + ".js");
    }

    private static void fetch(
            GradersSheet sheet, Path folder, ProjectSource source, PrintWriter out)
            throws IOException {
        for (String project : sheet.labels().keySet()) {
            Files.writeString(program(folder, project), source.fetch(project));
            out.println("Fetched " + project);
        }
    }
}
