package org.code.aiproxy.injection;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Text that a line holds in an encoding that models read: Base64, and lists of character codes. */
final class HiddenText {

    private static final Pattern BASE_64 =
            Pattern.compile("(?<![A-Za-z0-9+/])[A-Za-z0-9+/]{20,}+={0,2}+");

    private static final Pattern CODES =
            Pattern.compile("(?<!\\d)\\d{2,3}+(?:\\s{0,3}+,\\s{0,3}+\\d{2,3}+(?!\\d)){11,}+");

    private static final Pattern NUMBER = Pattern.compile("\\d++");

    private HiddenText() {}

    /** What the line says, decoded; empty if nothing in it is text. */
    static String in(String line) {
        return decoded(line, BASE_64, HiddenText::base64) + decoded(line, CODES, HiddenText::codes);
    }

    private static String decoded(String line, Pattern pattern, Function<String, String> decoder) {
        List<String> texts =
                pattern.matcher(line)
                        .results()
                        .map(MatchResult::group)
                        .map(decoder)
                        .filter(HiddenText::isText)
                        .toList();
        return texts.stream().map(text -> text + "\n").collect(Collectors.joining());
    }

    private static String base64(String encoded) {
        String unpadded = encoded.replace("=", "");
        String whole =
                unpadded.substring(0, unpadded.length() - (unpadded.length() % 4 == 1 ? 1 : 0));
        return new String(Base64.getDecoder().decode(whole), StandardCharsets.UTF_8);
    }

    private static String codes(String numbers) {
        return NUMBER.matcher(numbers)
                .results()
                .map(number -> Character.toString(Integer.parseInt(number.group())))
                .collect(Collectors.joining());
    }

    /** What is no text decodes to control characters and worse. */
    private static boolean isText(String decoded) {
        return decoded.chars().allMatch(c -> c == '\n' || (c >= ' ' && c != 127 && c != 0xFFFD));
    }
}
