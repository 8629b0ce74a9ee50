package org.code.aiproxy.rubrictester.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.code.aiproxy.console.ExitStatus;
import org.code.aiproxy.grading.assessment.UnusableResponseException;
import org.code.aiproxy.grading.spec.AssessmentRequest;
import org.code.aiproxy.grading.spec.InvalidFieldException;
import org.code.aiproxy.grading.spec.SpecOverrides;
import org.code.aiproxy.model.ModelException;
import org.code.aiproxy.model.ResponseFormat;
import org.code.aiproxy.rubrictester.authoring.DraftExample;
import org.code.aiproxy.rubrictester.dataset.Folder;
import org.code.aiproxy.rubrictester.dataset.Folder.Kind;
import org.code.aiproxy.rubrictester.dataset.InvalidDataException;
import org.code.aiproxy.rubrictester.dataset.LessonDataset;
import org.code.aiproxy.rubrictester.dataset.StudentProgram;
import org.code.aiproxy.rubrictester.dataset.WorkingCopy;
import org.code.aiproxy.rubrictester.experiment.ExperimentRun;
import org.code.aiproxy.rubrictester.experiment.LessonExperiment;
import org.code.aiproxy.rubrictester.run.Session;
import org.code.aiproxy.rubrictester.terminal.CommandEnvironment;
import org.code.aiproxy.textfile.FileFault;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Drafts an experiment's examples. */
@Command(
        name = "examples",
        description = {
            "Asks the experiment's model for draft responses to the programs of a small labelled",
            "dataset, and writes them as the experiment's examples, with people's labels. Where the",
            "model disagrees, the Reason begins with CORRECT THIS, for a person to write it again."
        },
        mixinStandardHelpOptions = true)
final class ExamplesCommand extends ToolCommand {

    @Parameters(paramLabel = "EXPERIMENT", description = "The experiment's name.")
    private String experiment;

    @Option(
            names = "--dataset-name",
            required = true,
            paramLabel = "NAME",
            description = "The labelled programs, a few for each lesson.")
    private String dataset = "";

    @Option(
            names = "--lesson-names",
            split = ",",
            paramLabel = "LESSON",
            description = "Lessons, separated by commas. Default: all of the dataset.")
    private List<String> lessons = List.of();

    @Option(names = "--force", description = "Overwrite examples of the same name.")
    private boolean force;

    ExamplesCommand(CommandEnvironment surroundings) {
        super(surroundings);
    }

    @Override
    int run(Session session, PrintWriter out) {
        WorkingCopy workingCopy = session.workingCopy(progress());
        List<String> chosen =
                lessons.isEmpty() ? workingCopy.lessons(Kind.DATASET, dataset) : lessons;
        for (String lesson : chosen) {
            Path folder = workingCopy.folder(new Folder(Kind.EXPERIMENT, experiment, lesson));
            LessonExperiment read =
                    LessonExperiment.read(experiment, lesson, folder, SpecOverrides.NONE);
            LessonDataset programs =
                    LessonDataset.read(
                                    workingCopy.folder(new Folder(Kind.DATASET, dataset, lesson)))
                            .requireLabelsFor(read.rubric().names());
            for (StudentProgram program : programs.programs()) {
                program.problem()
                        .ifPresent(problem ->
                                out.println(
                                        "%s %s failed: %s"
                                                .formatted(lesson, program.student(), problem)));
                if (program.problem().isPresent()) {
                    continue;
                }
                draft(session.service(), read, programs, program, folder.resolve("examples"), out);
            }
        }
        return ExitStatus.OK;
    }

    private void draft(
            ExperimentRun.Service service,
            LessonExperiment lesson,
            LessonDataset dataset,
            StudentProgram program,
            Path folder,
            PrintWriter out) {
        try {
            AssessmentRequest request =
                    service.specs()
                            .of(lesson.spec().with(lesson.spec().text().withoutExamples()))
                            .forProgram(program.code());
            ResponseFormat format = request.spec().choice().format();
            DraftExample draft =
                    DraftExample.of(
                            service.labels().assess(request), dataset.labelsOf(program.student()));
            write(folder, program.student() + ".js", program.code());
            write(folder, program.student() + "." + format.wireName(), draft.text(format));
            out.println(
                    "%s %s%s"
                            .formatted(
                                    lesson.id(),
                                    program.student(),
                                    draft.toCorrect().isEmpty()
                                            ? ""
                                            : ": correct " + String.join("; ", draft.toCorrect())));
        } catch (InvalidFieldException | ModelException | UnusableResponseException e) {
            throw new InvalidDataException(
                    "%s %s: %s".formatted(lesson.id(), program.student(), e.getMessage()), e);
        }
    }

    private void write(Path folder, String name, String text) {
        Path file = folder.resolve(name);
        if (Files.exists(file) && !force) {
            throw new InvalidDataException(file + " already exists; --force overwrites it.");
        }
        try {
            Files.createDirectories(folder);
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new InvalidDataException(
                    file + " can't be written: " + FileFault.reason(file, e), e);
        }
    }
}
