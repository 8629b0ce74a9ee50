package org.code.aiproxy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Arrays;
import java.util.stream.Stream;
import org.code.aiproxy.AiProxyApplication;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/** What holds for all commands, and how mistakes are told. */
class CommandRulesTests {

    private record Outcome(int status, String out, String err) {}

    @ParameterizedTest
    @MethodSource("commands")
    void holdForEachCommand(String command) {
        assertThat(run(command + " --version").out()).startsWith("aiproxy ");
        Outcome help = run(command + " --help");
        assertThat(help.status()).isZero();
        assertThat(help.out())
                .contains(
                        "Exit status:",
                        "  2     ",
                        "  3     ",
                        "  130 ",
                        "--color=WHEN",
                        "--version");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "asess x.js | Unknown command `asess`. Did you mean assess? The commands are serve, ",
                "'' | Name a command: serve, assess, play, doctor, completion, rubric-tester, rehearse. `aiproxy --help` says what there is.",
                "assess | Missing required parameter: 'PROGRAM.js'. `aiproxy assess --help` says what there is.",
                "assess --modle x y.js | Unknown option `--modle`. Did you mean --model? `aiproxy assess --help` says",
                "assess a.js b.js | `b.js` is one argument too many. `aiproxy assess --help`",
                "rubric-tester -s abc | --max-num-students must be a whole number, not `abc`. `aiproxy rubric-tester --help`",
                "rubric-tester --max-cost much | --max-cost must be a number, not `much`.",
                "rubric-tester comprae a b | Unknown command `comprae`. Did you mean compare? The commands are compare, ",
                "rubric-tester --dataset sample-2026 | Unknown option `--dataset`. Did you mean --dataset-name?",
                "rubric-tester -w 0 | --workers must be at least 1, not 0.",
                "rubric-tester --stale-ok -s 1 | --stale-ok goes with -c only",
                "assess --color sometimes x.js | --color must be one of auto, always, never, not `sometimes`.",
            })
    void saysAMistakeInALine(String arguments, String message) {
        Outcome outcome = run(arguments);
        assertThat(outcome.status()).isEqualTo(2);
        assertThat(outcome.err()).startsWith(message).hasLineCount(1);
        assertThat(outcome.out()).isEmpty();
    }

    @Test
    void coloursHelpWhereThatIsAskedFor() {
        assertThat(run("assess --help --color always").out()).contains("\u001b[");
        assertThat(run("--color always assess --help").out()).contains("\u001b[");
        assertThat(run("assess --help").out()).doesNotContain("\u001b");
    }

    static Stream<String> commands() {
        return names(AiProxyApplication.commandLine(), "");
    }

    private static Stream<String> names(CommandLine line, String name) {
        return Stream.concat(
                Stream.of(name.strip()),
                line.getSubcommands().entrySet().stream()
                        .flatMap(it -> names(it.getValue(), name + " " + it.getKey())));
    }

    private static Outcome run(String arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int status =
                AiProxyApplication.commandLine()
                        .setOut(new PrintWriter(out))
                        .setErr(new PrintWriter(err))
                        .execute(
                                Arrays.stream(arguments.strip().split(" ", -1))
                                        .filter(it -> !it.isEmpty())
                                        .toArray(String[]::new));
        return new Outcome(status, out.toString(), err.toString());
    }
}
