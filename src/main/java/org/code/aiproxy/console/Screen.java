package org.code.aiproxy.console;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.code.aiproxy.textfile.Visible;
import picocli.CommandLine.Model.CommandSpec;

/**
 * What output is shown on.
 *
 * @param isTerminal whether a person looks at it; a pipe or a file gets whole lines
 * @param width how many columns there are
 * @param isColoured whether to print in colour
 */
public record Screen(boolean isTerminal, int width, boolean isColoured) {

    /** A pipe or a file. */
    public static final Screen PLAIN = new Screen(false, 100, false);

    static final String COLOR = "--color";

    private static final int NARROWEST = 40;
    private static final int USUAL = 80;

    /** Of the process's two streams for people. */
    public enum Target {
        OUTPUT(1),
        ERRORS(2);

        private final int descriptor;

        Target(int descriptor) {
            this.descriptor = descriptor;
        }
    }

    /** What a command's output is shown on, as the system and the command line say. */
    public static Screen of(CommandSpec command, Target target) {
        boolean isTerminal = Terminal.shows(target.descriptor);
        return of(
                isTerminal,
                isTerminal ? Terminal.columns() : Optional.empty(),
                choice(command),
                Optional.ofNullable(System.getenv("NO_COLOR")).orElse(""));
    }

    static Screen of(
            boolean isTerminal, Optional<Integer> columns, ColorChoice choice, String noColor) {
        int width = isTerminal ? Math.max(NARROWEST, columns.orElse(USUAL)) : PLAIN.width();
        return new Screen(isTerminal, width, choice.holds(isTerminal, noColor));
    }

    /** What the command line says, at the command itself or at one above it. */
    private static ColorChoice choice(CommandSpec command) {
        for (CommandSpec spec = command; spec != null; spec = spec.parent()) {
            ColorChoice given =
                    Optional.ofNullable(spec.commandLine().getParseResult())
                            .map(it -> it.matchedOptionValue(COLOR, (ColorChoice) null))
                            .orElse(null);
            if (given != null) {
                return given;
            }
        }
        return ColorChoice.AUTO;
    }

    /** A sentence as it is shown: in colour, and broken between words where a person looks. */
    public String shown(Tone tone, String sentence) {
        String visible = Visible.line(sentence);
        String broken = isTerminal ? String.join("\n", broken(visible)) : visible;
        return isColoured ? tone.on(broken) : broken;
    }

    /** Lines that fit; those after the first are indented. Longer words, such as paths, stay. */
    List<String> broken(String sentence) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : sentence.split("(?<=\\S) ", -1)) {
            boolean isFull =
                    !line.toString().isBlank() && line.length() + 1 + word.length() > width;
            if (isFull) {
                lines.add(line.toString());
                line = new StringBuilder("  ");
            } else if (!line.isEmpty()) {
                line.append(' ');
            }
            line.append(word);
        }
        lines.add(line.toString());
        return lines;
    }
}
