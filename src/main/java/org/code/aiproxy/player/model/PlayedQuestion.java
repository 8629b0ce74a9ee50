package org.code.aiproxy.player.model;

import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * What a model is asked.
 *
 * @param model the provider's name for it
 * @param isStreamed whether the reply is wanted piece by piece
 * @param choices how many replies are wanted
 * @param turns the conversation, instructions included
 * @param form what form the reply must have
 * @param json the request as it came
 */
public record PlayedQuestion(
        String model, boolean isStreamed, int choices, List<Turn> turns, Form form, JsonNode json) {

    public PlayedQuestion {
        turns = List.copyOf(turns);
    }

    /**
     * A turn of the conversation.
     *
     * @param role such as {@code user}
     * @param text its text; empty where it has none, such as an image
     */
    public record Turn(String role, String text) {

        boolean isInstruction() {
            return role.equals("system") || role.equals("developer");
        }
    }

    /** What form a reply must have. */
    public sealed interface Form {

        /** Any. */
        record Free() implements Form {}

        /**
         * JSON.
         *
         * @param schema of the JSON; missing where any object will do
         */
        record Json(JsonNode schema) implements Form {}

        /**
         * A tool's call.
         *
         * @param schema of the tool's input
         */
        record Tool(String name, JsonNode schema) implements Form {}

        /**
         * A probability for each level of some questions.
         *
         * @param questions as OpenAI's decisions have them
         */
        record Decisions(JsonNode questions) implements Form {}
    }

    /** All instructions, one after another. */
    public String instructions() {
        return turns.stream()
                .filter(Turn::isInstruction)
                .map(Turn::text)
                .collect(Collectors.joining("\n"));
    }

    /** The text of the last turn. */
    public String lastTurn() {
        return turns.isEmpty() ? "" : turns.getLast().text();
    }

    /** The text of all turns. */
    public String text() {
        return turns.stream().map(Turn::text).collect(Collectors.joining("\n"));
    }
}
