package org.code.aiproxy.player.model;

import java.util.List;
import java.util.stream.IntStream;
import tools.jackson.databind.JsonNode;

/**
 * An answer to a question of OpenAI's decisions. That {@code type} is {@code score} is the one kind
 * that this project asks for.
 */
record PlayedDecision(
        String type, String name, double score, double confidence, List<Level> probabilities) {

    private static final double SURE = 0.7;

    /** How probable a level is. */
    record Level(int value, String label, double probability) {}

    /** Answers that mean nothing: each question's likeliest level is the one after the last's. */
    static List<PlayedDecision> all(JsonNode questions) {
        return IntStream.range(0, questions.size()).mapToObj(i -> of(questions.get(i), i)).toList();
    }

    private static PlayedDecision of(JsonNode question, int index) {
        JsonNode names = question.path("levels");
        int likeliest = index % Math.max(1, names.size());
        List<Level> levels =
                IntStream.range(0, names.size())
                        .mapToObj(i ->
                                new Level(
                                        i,
                                        names.get(i).path("label").asString(""),
                                        probability(i == likeliest, names.size())))
                        .toList();
        return new PlayedDecision(
                "score",
                question.path("name").asString(""),
                levels.stream().mapToDouble(it -> it.value() * it.probability()).sum(),
                levels.stream().mapToDouble(Level::probability).max().orElse(0),
                levels);
    }

    private static double probability(boolean isLikeliest, int levels) {
        if (levels == 1) {
            return 1;
        }
        return isLikeliest ? SURE : (1 - SURE) / (levels - 1);
    }
}
