package org.code.aiproxy.rubrictester.report.html;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.code.aiproxy.grading.program.Program;

/** Finds quoted code in a program, whatever the white space, in code first and then in comments. */
final class CodeSearch {

    private static final Pattern WHITE_SPACE = Pattern.compile("\\s+");
    private static final Pattern CUT_SHORT = Pattern.compile("\\{\\s*(?:\\.\\.\\.|…)");

    private final Folded code;
    private final Folded codeAndComments;

    /** Lines of a program, from 1, both included. */
    record Lines(int first, int last) {}

    /**
     * A program without white space.
     *
     * @param text what is left
     * @param lines the line of each character
     */
    private record Folded(String text, List<Integer> lines) {

        static Folded of(Program program) {
            StringBuilder text = new StringBuilder();
            List<Integer> lines = new ArrayList<>();
            List<String> all = program.lines();
            for (int i = 0; i < all.size(); i++) {
                String line = WHITE_SPACE.matcher(all.get(i)).replaceAll("");
                text.append(line);
                for (int c = 0; c < line.length(); c++) {
                    lines.add(i + 1);
                }
            }
            return new Folded(text.toString(), lines);
        }

        Optional<Lines> nearest(String snippet, int line) {
            Optional<Lines> nearest = Optional.empty();
            for (int at = text.indexOf(snippet); at >= 0; at = text.indexOf(snippet, at + 1)) {
                Lines here = new Lines(lines.get(at), lines.get(at + snippet.length() - 1));
                if (nearest.isEmpty()
                        || Math.abs(here.first() - line) < Math.abs(nearest.get().first() - line)) {
                    nearest = Optional.of(here);
                }
            }
            return nearest;
        }
    }

    CodeSearch(Program program) {
        this.code = Folded.of(program.withoutComments());
        this.codeAndComments = Folded.of(program);
    }

    /** The place nearest to a line; code cut short, as in {@code { ... }}, counts to its brace. */
    Optional<Lines> nearest(String snippet, int line) {
        String wanted = WHITE_SPACE.matcher(CUT_SHORT.split(snippet, 2)[0]).replaceAll("");
        if (wanted.isEmpty()) {
            return Optional.empty();
        }
        return code.nearest(wanted, line).or(() -> codeAndComments.nearest(wanted, line));
    }
}
