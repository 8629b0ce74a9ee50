package org.code.aiproxy.rubrictester.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.code.aiproxy.console.ExitStatus;
import org.code.aiproxy.rubrictester.authoring.Menagerie;
import org.code.aiproxy.rubrictester.authoring.MenagerieDataset;
import org.code.aiproxy.rubrictester.dataset.Aside;
import org.code.aiproxy.rubrictester.dataset.Folder;
import org.code.aiproxy.rubrictester.dataset.Folder.Kind;
import org.code.aiproxy.rubrictester.dataset.InvalidDataException;
import org.code.aiproxy.rubrictester.dataset.WorkingCopy;
import org.code.aiproxy.rubrictester.run.Session;
import org.code.aiproxy.rubrictester.terminal.CommandEnvironment;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Makes a dataset of the Menagerie set. */
@Command(
        name = "import-menagerie",
        description = {
            "Makes datasets/menagerie of the public Menagerie set (github.com/m-messer/Menagerie):",
            "a folder with grades.csv and programs.zip. Each program was graded by several people,",
            "so that the AI can be compared with how well people agree. Also writes the experiment",
            "experiments/menagerie, unless it is there."
        },
        mixinStandardHelpOptions = true)
final class ImportMenagerieCommand extends ToolCommand {

    private static final String NAME = "menagerie";
    private static final String LESSON = "predator-prey";

    @Parameters(paramLabel = "FOLDER", description = "The folder with the set.")
    private Path folder;

    ImportMenagerieCommand(CommandEnvironment surroundings) {
        super(surroundings);
    }

    @Override
    int run(Session session, PrintWriter out) {
        Menagerie set = Menagerie.read(folder);
        WorkingCopy workingCopy = session.workingCopy(progress());
        Path dataset = workingCopy.newFolder(new Folder(Kind.DATASET, NAME, LESSON));
        Path experiment = workingCopy.newFolder(new Folder(Kind.EXPERIMENT, NAME, LESSON));
        try {
            Aside.move(dataset)
                    .ifPresent(it -> out.println("The earlier dataset is kept in " + it));
            new MenagerieDataset(set).writeTo(dataset);
            if (!Files.exists(experiment)) {
                MenagerieDataset.writeExperiment(experiment);
            }
        } catch (IOException e) {
            throw new InvalidDataException(
                    "%s can't be written: %s".formatted(dataset, e.getMessage()), e);
        }
        set.leftOut().forEach(out::println);
        out.println(
                "%d programs, %d graders, %d key concepts: %s"
                        .formatted(
                                set.programs().size(),
                                set.graders().size(),
                                Menagerie.SKILLS.size(),
                                dataset));
        out.println("An experiment to try on them: " + experiment);
        return ExitStatus.OK;
    }
}
