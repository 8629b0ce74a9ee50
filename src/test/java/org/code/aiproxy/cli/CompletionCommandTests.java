package org.code.aiproxy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.code.aiproxy.AiProxyApplication;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompletionCommandTests {

    @TempDir private Path folder;

    @ParameterizedTest
    @CsvSource({
        "aiproxy, aiproxy as, assess",
        "aiproxy, aiproxy assess --mo, --model",
        "rubric-tester, rubric-tester comp, compare",
        "rubric-tester, rubric-tester --outp, --output-dir",
    })
    void completesInARealBash(String script, String typed, String completed)
            throws IOException, InterruptedException {
        Path completion = Files.writeString(folder.resolve("completion"), run("bash"));
        String[] words = typed.split(" ", -1);
        String commands =
                "source %s; COMP_WORDS=(%s); COMP_CWORD=%d; COMP_LINE='%s'; _complete_%s; echo \"${COMPREPLY[@]}\""
                        .formatted(completion, typed, words.length - 1, typed, script);
        Process bash =
                new ProcessBuilder(
                                "bash", "-c",
                                commands) // The line that is typed has options only where there is
                        // one.
                        .redirectError(Redirect.DISCARD)
                        .start();
        String printed =
                new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();

        assertThat(bash.waitFor()).as(printed).isZero();
        assertThat(printed.split("\\s+", -1)).contains(completed);
    }

    @Test
    void writesALineForEachCommandAndOptionForFish() {
        assertThat(run("fish").lines())
                .contains(
                        "complete -c aiproxy -n '__fish_seen_subcommand_from assess' -l model -r"
                                + " -d 'Overrides the lesson\\'s model.'",
                        "complete -c rubric-tester -n '__fish_seen_subcommand_from compare'"
                                + " -l color -x -a 'auto always never' -d 'When to print in colour: auto (where a terminal shows it), always or never. Default: auto.'")
                .anyMatch(line ->
                        line.startsWith(
                                        "complete -c aiproxy -f -n 'not __fish_seen_subcommand_from")
                                && line.contains("-a serve -d 'Starts the HTTP service.'"))
                .allMatch(line -> line.startsWith("complete -c "))
                .allMatch(line ->
                        line.replace("\\'", "").chars().filter(c -> c == '\'').count() % 2 == 0);
    }

    @Test
    void saysWhichShellsThereAre() {
        assertThat(run("cmd")).contains("SHELL must be one of bash, zsh, fish, not `cmd`.");
    }

    private static String run(String shell) {
        StringWriter printed = new StringWriter();
        AiProxyApplication.commandLine()
                .setOut(new PrintWriter(printed))
                .setErr(new PrintWriter(printed))
                .execute("completion", shell);
        return printed.toString();
    }
}
