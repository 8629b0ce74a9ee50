package org.code.aiproxy.console;

import java.io.Console;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The person in front of the screen, where there is one. */
public final class Terminal {

    private static final Pattern ROWS_AND_COLUMNS = Pattern.compile("\\s*\\d+ (\\d+)\\s*");

    private Terminal() {}

    /** The terminal; none where input or output is a pipe or a file. */
    public static Optional<Console> find() {
        return Optional.ofNullable(System.console()).filter(Console::isTerminal);
    }

    /**
     * Whether a terminal shows what is written to a file descriptor, whatever the input is.
     *
     * @param descriptor 1 for standard output, 2 for standard error
     */
    static boolean shows(int descriptor) {
        if (find().isPresent() && descriptor == 1) {
            return true;
        }
        try {
            return new ProcessBuilder("test", "-t", String.valueOf(descriptor))
                            .inheritIO()
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return find().isPresent();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** How many columns the terminal has, as it says itself; empty where it doesn't say. */
    static Optional<Integer> columns() {
        try {
            Process size =
                    new ProcessBuilder("stty", "size")
                            .redirectInput(new File("/dev/tty"))
                            .redirectErrorStream(true)
                            .start();
            Matcher printed =
                    ROWS_AND_COLUMNS.matcher(
                            new String(
                                    size.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
            return printed.matches()
                    ? Optional.of(Integer.valueOf(printed.group(1))).filter(it -> it > 0)
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
