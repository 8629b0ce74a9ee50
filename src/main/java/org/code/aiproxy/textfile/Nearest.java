package org.code.aiproxy.textfile;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** What someone may have meant who wrote a name that doesn't exist. */
public final class Nearest {

    private static final int MOST_NAMED = 3;

    private Nearest() {}

    /**
     * Names that differ in few letters, begin with what was written, or contain it; the nearest
     * first, three at most.
     */
    public static List<String> to(String written, Collection<String> names) {
        return names.stream()
                .filter(name -> isNear(written, name))
                .distinct()
                .sorted(Comparator.comparingInt(name -> distance(written, name)))
                .limit(MOST_NAMED)
                .toList();
    }

    /** A sentence that names them, with a blank before it; empty where nothing is near. */
    public static String question(String written, Collection<String> names) {
        List<String> near = to(written, names);
        return near.isEmpty() ? "" : " Did you mean %s?".formatted(String.join(" or ", near));
    }

    private static boolean isNear(String written, String name) {
        String one = written.toLowerCase(Locale.ROOT);
        String other = name.toLowerCase(Locale.ROOT);
        int most = Math.max(1, Math.min(one.length(), other.length()) / 3);
        return distance(one, other) <= most || (one.length() > 2 && other.contains(one));
    }

    /** Levenshtein's: how many letters to insert, remove or replace. */
    public static int distance(String one, String other) {
        int[] before = new int[other.length() + 1];
        Arrays.setAll(before, i -> i);
        for (int i = 1; i <= one.length(); i++) {
            int[] now = new int[other.length() + 1];
            now[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int change = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
                now[j] = Math.min(before[j - 1] + change, 1 + Math.min(before[j], now[j - 1]));
            }
            before = now;
        }
        return before[other.length()];
    }
}
