package org.code.aiproxy.grading.injection;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.code.aiproxy.grading.program.Program;

/**
 * A short program of a corpus in {@code src/test/resources/injection}, where each begins with a
 * line {@code %%% attack STYLE} or {@code %%% honest KIND}.
 *
 * @param isAttack whether it speaks to its grader
 * @param style how it does, or what kind of honest program it is
 */
public record Sample(boolean isAttack, String style, Program program) {

    private static final Path DIRECTORY = Path.of("src/test/resources/injection");
    private static final String HEADING = "%%% ";
    private static final String ATTACK = "attack ";

    /** The samples of a corpus, in its order. */
    public static List<Sample> of(String corpus) {
        try {
            String text = "\n" + Files.readString(DIRECTORY.resolve(corpus + ".txt"));
            return Arrays.stream(text.split("\n" + HEADING, -1)).skip(1).map(Sample::read).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Sample read(String text) {
        int end = text.indexOf('\n');
        String heading = text.substring(0, end);
        return new Sample(
                heading.startsWith(ATTACK),
                heading.substring(heading.indexOf(' ') + 1),
                new Program(text.substring(end + 1)));
    }

    /** Whether the detector flags it. */
    boolean isFlagged() {
        return !InjectionDetector.suspiciousLines(program).isEmpty();
    }
}
