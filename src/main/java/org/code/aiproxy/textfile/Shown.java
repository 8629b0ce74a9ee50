package org.code.aiproxy.textfile;

import java.util.stream.Collectors;

/**
 * A text for messages: characters that can't be seen are written out, as in {@code U+00A0}.
 *
 * @param text the text itself
 */
public record Shown(String text) {

    private static final int LONGEST = 80;

    @Override
    public String toString() {
        String shown =
                text.codePoints()
                        .limit(LONGEST)
                        .mapToObj(Shown::shown)
                        .collect(Collectors.joining());
        return text.codePointCount(0, text.length()) > LONGEST ? shown + "…" : shown;
    }

    private static String shown(int character) {
        boolean visible =
                switch (Character.getType(character)) {
                    case Character.CONTROL,
                            Character.FORMAT,
                            Character.SURROGATE,
                            Character.PRIVATE_USE,
                            Character.UNASSIGNED,
                            Character.LINE_SEPARATOR,
                            Character.PARAGRAPH_SEPARATOR ->
                            false;
                    case Character.SPACE_SEPARATOR -> character == ' ';
                    default -> true;
                };
        return visible ? Character.toString(character) : "[U+%04X]".formatted(character);
    }
}
