package org.code.aiproxy.json;

import java.util.List;
import java.util.stream.IntStream;

/** Names whose {@link String#hashCode()} is one. */
public final class CollidingNames {

    private static final int LETTERS = 17;

    private CollidingNames() {}

    /** So many of them: all words of the syllables "Aa" and "BB". */
    public static List<String> of(int count) {
        return IntStream.range(0, count).mapToObj(CollidingNames::name).toList();
    }

    private static String name(int number) {
        StringBuilder name = new StringBuilder();
        for (int bit = 0; bit < LETTERS; bit++) {
            name.append((number >> bit & 1) == 0 ? "Aa" : "BB");
        }
        return name.toString();
    }
}
