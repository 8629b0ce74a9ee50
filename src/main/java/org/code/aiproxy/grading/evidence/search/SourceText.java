package org.code.aiproxy.grading.evidence.search;

import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A program's own text, as evidence quotes it: on one line, white space folded between lines, so
 * that the teacher's page finds it again.
 *
 * <p>The page looks for code that covers several lines line by line, so it gets whole lines. A
 * backtick ends what is quoted, because it would on the page.
 */
final class SourceText {

    /** Would begin another item on the page, wherever it stands. */
    private static final Pattern LOOKS_LIKE_AN_ITEM =
            Pattern.compile("Lines?\\s{1,9}\\d++(?:\\s*+-\\s*+\\d++)?+\\s*+:");

    private final CodeTokens code;

    SourceText(CodeTokens code) {
        this.code = code;
    }

    /** The program's text where a snippet was found. */
    Found at(Match match, Quotation quotation) {
        LineRange lines = match.lines(code);
        boolean oneLine = lines.first() == lines.last();
        String text = oneLine ? part(match) : wholeLines(lines);
        return new Found(
                lines, quotable(text), match.from() == match.to(), quotation, blockEnd(match));
    }

    /** All code on some lines; no text if there is none. */
    Found onLines(LineRange lines) {
        return new Found(
                lines, quotable(wholeLines(lines)), false, Quotation.WHOLE, OptionalInt.empty());
    }

    private String wholeLines(LineRange lines) {
        return IntStream.rangeClosed(lines.first(), Math.min(lines.last(), code.lines()))
                .mapToObj(line -> code.lineText(line).strip())
                .filter(line -> !line.isEmpty())
                .collect(Collectors.joining(" "));
    }

    /** From the first token to the last, with the quotes and the semicolon that belong to them. */
    private String part(Match match) {
        String line = code.lineText(code.line(match.from()));
        int start = code.token(match.from()).start();
        while (start > 0 && CodeToken.isQuote(line.charAt(start - 1))) {
            start--;
        }
        int end = code.token(match.to()).end();
        while (end < line.length() && CodeToken.isQuote(line.charAt(end))) {
            end++;
        }
        String rest = line.substring(end).stripLeading();
        if (rest.startsWith(";")) {
            end = line.length() - rest.length() + 1;
        }
        return line.substring(start, end);
    }

    private static String quotable(String text) {
        if (LOOKS_LIKE_AN_ITEM.matcher(text).find()) {
            return "";
        }
        int backtick = text.indexOf('`');
        String quoted = (backtick < 0 ? text : text.substring(0, backtick)).strip();
        return Snippet.of(quoted, false).isEmpty() ? "" : quoted;
    }

    /** Where the brackets close that are open on its last line, branches of an if included. */
    private OptionalInt blockEnd(Match match) {
        int open = 0;
        for (int at = match.from(); at < code.size(); at++) {
            int depth = depth(code.token(at).text());
            open += depth;
            if (at == match.to() && open <= 0) {
                return OptionalInt.empty();
            }
            if (at > match.to() && depth < 0 && open <= 0 && !goesOn(at + 1)) {
                boolean laterLine = code.line(at) > code.line(match.to());
                return laterLine ? OptionalInt.of(code.line(at)) : OptionalInt.empty();
            }
        }
        return OptionalInt.empty();
    }

    private boolean goesOn(int at) {
        return at < code.size()
                && (code.token(at).text().equals("else") || code.token(at).text().equals("{"));
    }

    private static int depth(String token) {
        return switch (token) {
            case "(", "[", "{" -> 1;
            case ")", "]", "}" -> -1;
            default -> 0;
        };
    }
}
