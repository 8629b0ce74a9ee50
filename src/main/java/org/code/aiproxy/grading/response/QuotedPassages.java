package org.code.aiproxy.grading.response;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;

/** Where a completion quotes rather than answers: code, comments, inline code and block quotes. */
final class QuotedPassages {

    private static final String FENCE = "```";

    /**
     * What a fence calls a program or a quotation; answers come as json, tsv, text and the like.
     */
    private static final Set<String> QUOTED =
            Set.of(
                    "js",
                    "javascript",
                    "jsx",
                    "mjs",
                    "ts",
                    "typescript",
                    "html",
                    "java",
                    "p5",
                    "p5js",
                    "quote",
                    "program",
                    "student");

    private static final int LONGEST_LINE = 1_000;

    private final String text;
    private final NavigableMap<Integer, Integer> fences = new TreeMap<>();

    /**
     * @param answers what stands in the text: their own lines open no fence
     */
    QuotedPassages(String text, List<WrittenAnswer> answers) {
        this.text = text;
        findFences(answers);
    }

    private void findFences(List<WrittenAnswer> answers) {
        int passed = 0;
        int opened = -1;
        boolean isProgram = false;
        for (int from = text.indexOf(FENCE); from >= 0; from = text.indexOf(FENCE, from + 3)) {
            while (passed < answers.size() && answers.get(passed).to() <= from) {
                passed++;
            }
            boolean isInside = passed < answers.size() && answers.get(passed).surelyHolds(from);
            if (isInside || !beforeOnLine(from).isBlank()) {
                continue;
            }
            if (opened < 0) {
                opened = from;
                isProgram = QUOTED.contains(language(from));
            } else {
                if (isProgram) {
                    fences.put(opened, from);
                }
                opened = -1;
            }
        }
    }

    private String language(int fence) {
        int end = text.indexOf('\n', fence);
        String line = text.substring(fence + FENCE.length(), end < 0 ? text.length() : end);
        return line.strip().split("\\s", 2)[0].toLowerCase(Locale.ROOT);
    }

    /** Whether an answer is quoted. */
    boolean holds(WrittenAnswer answer) {
        String before = beforeOnLine(answer.from()).strip();
        return before.startsWith(">")
                || before.contains("//")
                || before.contains("/*")
                || isInlineCode(answer, before)
                || isFenced(answer.from());
    }

    private static boolean isInlineCode(WrittenAnswer answer, String before) {
        return answer.rows().size() > 0
                && !before.startsWith(FENCE)
                && before.chars().filter(c -> c == '`').count() % 2 == 1;
    }

    private boolean isFenced(int at) {
        Map.Entry<Integer, Integer> fence = fences.floorEntry(at);
        return fence != null && at < fence.getValue();
    }

    /** A table's own line can begin with what quotes it. */
    private String beforeOnLine(int at) {
        int from = at;
        while (from > 0 && at - from < LONGEST_LINE && text.charAt(from - 1) != '\n') {
            from--;
        }
        boolean isMarked = text.startsWith(">", at) || text.startsWith("//", at);
        return text.substring(from, isMarked ? at + 1 : at) + (isMarked ? "/" : "");
    }
}
