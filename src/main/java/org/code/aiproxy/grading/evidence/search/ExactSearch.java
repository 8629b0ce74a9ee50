package org.code.aiproxy.grading.evidence.search;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Finds every place where a program has the tokens of a snippet, by the algorithm of Knuth, Morris
 * and Pratt, whose time grows with the program's length whatever the snippet.
 */
final class ExactSearch {

    private final CodeTokens program;

    ExactSearch(CodeTokens program) {
        this.program = program;
    }

    List<Match> find(Snippet snippet) {
        int length = snippet.tokens().size();
        if (length == 0) {
            return List.of();
        }
        int[] ids = snippet.idsIn(program);
        IntStream starts = snippet.cutOff() ? starts(Arrays.copyOf(ids, length - 1)) : starts(ids);
        return starts.filter(start -> start + length <= program.size())
                .mapToObj(start -> new Match(start, start + length - 1))
                .filter(match -> !snippet.cutOff() || goesOn(snippet, match))
                .toList();
    }

    private boolean goesOn(Snippet snippet, Match match) {
        return program.token(match.to()).text().startsWith(snippet.tokens().getLast().text());
    }

    /** The indexes where the program has these ids one after another. */
    private IntStream starts(int[] ids) {
        if (ids.length == 0) {
            return IntStream.range(0, program.size());
        }
        if (Arrays.stream(ids).anyMatch(id -> id < 0)) {
            return IntStream.empty();
        }
        int[] border = borders(ids);
        IntStream.Builder starts = IntStream.builder();
        int equal = 0;
        for (int at = 0; at < program.size(); at++) {
            while (equal > 0 && (equal == ids.length || ids[equal] != program.id(at))) {
                equal = border[equal - 1];
            }
            equal += ids[equal] == program.id(at) ? 1 : 0;
            if (equal == ids.length) {
                starts.add(at + 1 - ids.length);
            }
        }
        return starts.build();
    }

    /** For each beginning of the ids, the length of the longest shorter one that also ends it. */
    private static int[] borders(int[] ids) {
        int[] border = new int[ids.length];
        int equal = 0;
        for (int at = 1; at < ids.length; at++) {
            while (equal > 0 && ids[equal] != ids[at]) {
                equal = border[equal - 1];
            }
            equal += ids[equal] == ids[at] ? 1 : 0;
            border[at] = equal;
        }
        return border;
    }
}
