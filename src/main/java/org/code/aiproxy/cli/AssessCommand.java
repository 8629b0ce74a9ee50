package org.code.aiproxy.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.code.aiproxy.console.ExitStatus;
import org.code.aiproxy.console.QuietStart;
import org.code.aiproxy.console.Screen;
import org.code.aiproxy.console.Screen.Target;
import org.code.aiproxy.console.Tone;
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
import org.code.aiproxy.textfile.FileFault;
import org.code.aiproxy.textfile.InvalidTextException;
import org.code.aiproxy.textfile.TextFile;
import org.code.aiproxy.textfile.Visible;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
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

    private static final Path STANDARD_INPUT = Path.of("-");

    private final Class<?> application;

    @Spec private CommandSpec spec;

    @Parameters(
            paramLabel = "PROGRAM.js",
            description = "The program to label; - reads it from standard input.")
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
            print(assess(lessonSpec(), code()));
            return ExitStatus.OK;
        } catch (IOException e) {
            return unusable(
                    "%s can't be read: %s.".formatted(program, FileFault.reason(program, e)));
        } catch (InvalidFieldException e) {
            return unusable("`%s` %s".formatted(e.field(), e.getMessage()));
        } catch (ModelException.Unsupported e) {
            return unusable("`%s` %s".formatted(e.field(), e.getMessage()));
        } catch (InvalidLessonException | InvalidTextException e) {
            return unusable(String.valueOf(e.getMessage()));
        } catch (ModelException e) {
            return failed(String.valueOf(e.getMessage()));
        } catch (UnusableResponseException e) {
            return failed("None of the model's responses is usable: " + e.getMessage() + ".");
        }
    }

    private String code() throws IOException {
        return program.equals(STANDARD_INPUT)
                ? TextFile.of("standard input", System.in).text()
                : TextFile.read(program);
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
                QuietStart.of(application, sentence -> tell(Tone.WARNING, sentence))) {
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
            out.print(new AssessmentTable(assessment, Screen.of(spec, Target.OUTPUT)));
        }
        out.flush();
    }

    private int unusable(String sentence) {
        tell(Tone.BAD, sentence);
        return ExitStatus.UNUSABLE;
    }

    private int failed(String sentence) {
        tell(Tone.BAD, sentence);
        return ExitStatus.SOME_FAILED;
    }

    private void tell(Tone tone, String sentence) {
        PrintWriter err = spec.commandLine().getErr();
        err.println(Screen.of(spec, Target.ERRORS).shown(tone, sentence));
        err.flush();
    }
}
