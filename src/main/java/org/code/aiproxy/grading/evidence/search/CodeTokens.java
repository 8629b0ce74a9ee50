package org.code.aiproxy.grading.evidence.search;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The tokens of a program, each with its line; equal tokens have equal ids. */
final class CodeTokens {

    private final List<String> lines;
    private final Map<String, Integer> ids = new HashMap<>();
    private final List<CodeToken> vocabulary = new ArrayList<>();
    private final List<CodeToken> tokens = new ArrayList<>();
    private final int[] idAt;
    private final int[] lineAt;

    CodeTokens(List<String> lines) {
        this.lines = List.copyOf(lines);
        List<Integer> lineOfToken = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            int number = i + 1;
            CodeToken.scan(
                    lines.get(i),
                    token -> {
                        tokens.add(token);
                        lineOfToken.add(number);
                    });
        }
        this.lineAt = lineOfToken.stream().mapToInt(Integer::intValue).toArray();
        this.idAt = tokens.stream().mapToInt(this::register).toArray();
    }

    private int register(CodeToken token) {
        Integer known = ids.putIfAbsent(token.text(), vocabulary.size());
        if (known != null) {
            return known;
        }
        vocabulary.add(token);
        return vocabulary.size() - 1;
    }

    int size() {
        return idAt.length;
    }

    /** The id of the token at an index. */
    int id(int index) {
        return idAt[index];
    }

    /** The id that a text has, or -1 if the program doesn't have it. */
    int idOf(String text) {
        return ids.getOrDefault(text, -1);
    }

    CodeToken token(int index) {
        return tokens.get(index);
    }

    /** The line that the token at an index is on. */
    int line(int index) {
        return lineAt[index];
    }

    String lineText(int line) {
        return lines.get(line - 1);
    }

    int lines() {
        return lines.size();
    }

    /** Each different token once; its id is its index. */
    List<CodeToken> vocabulary() {
        return vocabulary;
    }
}
