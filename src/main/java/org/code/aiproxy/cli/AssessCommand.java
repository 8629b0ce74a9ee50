package org.code.aiproxy.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.code.aiproxy.console.QuietStart;
import org.code.aiproxy.grading.assessment.Assessment;
import org.code.aiproxy.grading.assessment.LabelService;
import org.code.aiproxy.grading.assessment.UnusableResponseException;
import org.code.aiproxy.grading.lesson.InvalidLessonException;
import org.code.aiproxy.grading.lesson.Lesson;
import org.code.aiproxy.grading.spec.AssessmentSpecs;
import org.code.aiproxy.grading.spec.InvalidFieldException;
import org.code.aiproxy.grading.spec.SpecDraft;
import org.code.aiproxy.grading.spec.SpecOverrides;
import org.code.aiproxy.model.ModelException;
import org.code.aiproxy.textfile.InvalidTextException;
import org.code.aiproxy.textfile.TextFile;
import org.code.aiproxy.textfile.Visible;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Labels one program without a server. */
@Command(
        name = "assess",
        description = "Labels one program and prints the assessment.",
        mixinStandardHelpOptions = true)
final class AssessCommand implements Callable<Integer> {

    private final Class<?> application;

    @Spec private CommandSpec spec;

    @Parameters(paramLabel = "PROGRAM.js", description = "The program to label.")
    private Path program;

    @Option(
            names = "--lesson",
            paramLabel = "DIR",
            description =
                    "A directory with params.json, system_prompt.txt, standard_rubric.csv and"
                            + " optionally examples/. Default: the sample lesson.")
    private @Nullable Path lesson;

    @Option(names = "--model", paramLabel = "MODEL", description = "Overrides the lesson's model.")
    private @Nullable String model;

    @Option(
            names = "--num-responses",
            paramLabel = "N",
            description = "How many responses vote. Overrides the lesson's number.")
    private @Nullable Integer responses;

    @Option(names = "--json", description = "Print the answer of POST /assessment as JSON.")
    private boolean json;

    AssessCommand(Class<?> application) {
        this.application = application;
    }

    @Override
    public Integer call() {
        try {
            print(assess(lessonSpec(), TextFile.read(program)));
            return ExitCode.OK;
        } catch (IOException e) {
            return fail(program + " can't be read.");
        } catch (InvalidFieldException e) {
            return fail("`%s` %s".formatted(e.field(), e.getMessage()));
        } catch (ModelException.Unsupported e) {
            return fail("`%s` %s".formatted(e.field(), e.getMessage()));
        } catch (InvalidLessonException | InvalidTextException | ModelException e) {
            return fail(String.valueOf(e.getMessage()));
        } catch (UnusableResponseException e) {
            return fail("None of the model's responses is usable: " + e.getMessage() + ".");
        }
    }

    private SpecDraft lessonSpec() {
        Lesson chosen = lesson == null ? Lesson.sample() : Lesson.read(lesson);
        return chosen.spec()
                .with(
                        SpecOverrides.NONE
                                .withModel(Optional.ofNullable(model))
                                .withResponses(Optional.ofNullable(responses)));
    }

    private Assessment assess(SpecDraft wanted, String code) {
        try (ConfigurableApplicationContext context =
                QuietStart.of(application, spec.commandLine().getErr()::println)) {
            return context.getBean(LabelService.class)
                    .assess(context.getBean(AssessmentSpecs.class).of(wanted).forProgram(code));
        }
    }

    private void print(Assessment assessment) {
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(
                    Visible.json(
                            JsonMapper.builder()
                                    .enable(SerializationFeature.INDENT_OUTPUT)
                                    .build()
                                    .writeValueAsString(assessment)));
        } else {
            out.print(Visible.text(new AssessmentTable(assessment).toString()));
        }
        out.flush();
    }

    private int fail(String sentence) {
        PrintWriter err = spec.commandLine().getErr();
        err.println(Visible.line(sentence));
        err.flush();
        return ExitCode.SOFTWARE;
    }
}
