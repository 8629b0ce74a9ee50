package org.code.aiproxy.grading.injection;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Text that a line holds in an encoding that models read: Base64, hexadecimal digits, lists of
 * character codes, percent signs as in addresses, and character references as in HTML.
 */
final class HiddenText {

    /** Fewer letters and digits in a row, or digits in a line, say nothing. */
    private static final int SHORTEST = 12;

    private static final int FEWEST_CODES = 6;

    private static final Pattern RUN = Pattern.compile("[A-Za-z0-9+/_-]{" + SHORTEST + ",}+");
    private static final Pattern HEX = Pattern.compile("(?:[0-9a-fA-F]{2})++");
    private static final Pattern PERCENT = Pattern.compile("%([0-9a-fA-F]{2})");
    private static final Pattern REFERENCE =
            Pattern.compile("&#(?:x([0-9a-fA-F]{1,5})|([0-9]{1,6}));?");
    private static final Pattern CODES =
            Pattern.compile(
                    "(?<!\\w)(?:0x)?[0-9a-fA-F]{2,8}+(?:[\\s,]{1,3}+(?:0x)?[0-9a-fA-F]{2,8}+){"
                            + (FEWEST_CODES - 1)
                            + ",}+");
    private static final Pattern CODE = Pattern.compile("[0-9a-fA-F]{2,8}+(?!x)");

    private static final int BINARY = 2;
    private static final int DECIMAL = 10;
    private static final int HEXADECIMAL = 16;
    private static final int OCTET = 8;

    private HiddenText() {}

    /** What the line says, decoded; empty if nothing in it is text. */
    static String in(String line) {
        if (!mayHold(line)) {
            return "";
        }
        List<String> texts = new ArrayList<>();
        find(RUN, line, HiddenText::run, texts);
        find(CODES, line, HiddenText::codes, texts);
        if (line.indexOf('%') >= 0) {
            addReplaced(line, PERCENT, HiddenText::percent, texts);
        }
        if (line.contains("&#")) {
            addReplaced(line, REFERENCE, HiddenText::reference, texts);
        }
        return String.join(" ", texts);
    }

    /** A look at each character is cheaper than an expression at each. */
    private static boolean mayHold(String line) {
        int digits = 0;
        int run = 0;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            boolean isDigit = c >= '0' && c <= '9';
            digits += isDigit ? 1 : 0;
            run = isDigit || isLatin(c) ? run + 1 : 0;
            if (run >= SHORTEST || digits >= SHORTEST) {
                return true;
            }
        }
        return false;
    }

    private static boolean isLatin(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    private static void find(
            Pattern pattern, String line, Function<String, String> decoder, List<String> texts) {
        Matcher matcher = pattern.matcher(line);
        while (matcher.find()) {
            String text = decoder.apply(matcher.group());
            if (isText(text)) {
                texts.add(text);
            }
        }
    }

    private static String run(String run) {
        if (HEX.matcher(run).matches()) {
            return new String(HexFormat.of().parseHex(run), StandardCharsets.UTF_8);
        }
        String digits = run.replace('-', '+').replace('_', '/');
        int whole = digits.length() % 4 == 1 ? digits.length() - 1 : digits.length();
        byte[] bytes = Base64.getDecoder().decode(digits.substring(0, whole));
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static String codes(String list) {
        List<String> codes =
                CODE.matcher(list.replace("0x", "")).results().map(MatchResult::group).toList();
        if (codes.stream().allMatch(code -> code.length() == OCTET)) {
            return decoded(codes, BINARY);
        }
        String decimal = list.contains("0x") ? "" : decoded(codes, DECIMAL);
        return decimal.isEmpty() ? decoded(codes, HEXADECIMAL) : decimal;
    }

    private static String decoded(List<String> codes, int radix) {
        StringBuilder text = new StringBuilder();
        for (String code : codes) {
            int value = value(code, radix);
            if (value < 0 || !isText((char) value)) {
                return "";
            }
            text.append((char) value);
        }
        return text.toString();
    }

    private static int value(String code, int radix) {
        try {
            int value = Integer.parseInt(code, radix);
            return value <= Character.MAX_VALUE ? value : -1;
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    private static void addReplaced(
            String line,
            Pattern pattern,
            Function<MatchResult, String> decoder,
            List<String> texts) {
        String replaced =
                pattern.matcher(line).replaceAll(it -> Matcher.quoteReplacement(decoder.apply(it)));
        if (!replaced.equals(line)) {
            texts.add(replaced);
        }
    }

    private static String percent(MatchResult encoded) {
        return Character.toString((char) Integer.parseInt(encoded.group(1), HEXADECIMAL));
    }

    private static String reference(MatchResult encoded) {
        int code =
                encoded.group(1) == null
                        ? Integer.parseInt(encoded.group(2))
                        : Integer.parseInt(encoded.group(1), HEXADECIMAL);
        return Character.isValidCodePoint(code) ? Character.toString(code) : "";
    }

    /** What isn't text decodes to control characters and worse. */
    private static boolean isText(String decoded) {
        return !decoded.isEmpty() && decoded.chars().allMatch(c -> isText((char) c));
    }

    private static boolean isText(char c) {
        return c == '\n' || (c >= ' ' && c != 127 && c != 0xFFFD);
    }
}
