package org.code.aiproxy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.code.aiproxy.player.ProviderPlayer;
import org.code.aiproxy.player.model.Reply;
import org.code.aiproxy.player.model.TokenUse;
import org.code.aiproxy.player.wire.Call;
import org.code.aiproxy.player.wire.Problem;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Plays OpenAI's decisions by the SDK's field names, and refuses what the API doesn't have: a 400
 * that names the parameter.
 */
public final class PlayedDecisions {

    /** What a question is answered with: probabilities of its levels, or nothing for a refusal. */
    public interface Mind extends Function<String, List<Double>> {}

    private static final JsonMapper MAPPER = new JsonMapper();
    private static final int MOST_QUESTIONS = 200;
    private static final Set<String> BODY =
            Set.of(
                    "model",
                    "input",
                    "questions",
                    "prompt_cache_key",
                    "prompt_cache_options",
                    "safety_identifier");

    private final Mind mind;
    private final List<JsonNode> asked = new CopyOnWriteArrayList<>();

    private static final class RefusedException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        RefusedException(String message) {
            super(message);
        }
    }

    /**
     * @param mind told a question's name
     */
    public PlayedDecisions(Mind mind) {
        this.mind = mind;
    }

    /** The bodies that were sent, in order. */
    public List<JsonNode> asked() {
        return List.copyOf(asked);
    }

    /** Answers a call. */
    public void play(Call call) throws Exception {
        asked.add(call.json());
        require(call.path().equals("/v1/decisions"), "Unknown route.");
        new ProviderPlayer()
                .ruledBy(_ -> List.of(PlayedDecisions::refusal))
                .writtenBy((question, _) -> answers(question.json().path("questions")))
                .countedBy((_, _) -> new TokenUse(500, 300, 100, 40))
                .play(call);
    }

    private static Optional<Problem> refusal(JsonNode body) {
        try {
            check(body);
            return Optional.empty();
        } catch (RefusedException e) {
            return Optional.of(Problem.of(400, String.valueOf(e.getMessage())));
        }
    }

    private static void check(JsonNode body) {
        requireOnly(body, BODY, "");
        require(body.path("model").asString("").startsWith("gpt-"), "The model can't decide.");
        JsonNode input = body.path("input");
        require(input.isString() || input.isArray(), "Invalid type for 'input'.");
        input.valueStream().forEach(PlayedDecisions::checkMessage);
        require(
                body.path("prompt_cache_key").asString("").length() <= 64,
                "Invalid 'prompt_cache_key'.");
        requireOnly(body.path("prompt_cache_options"), Set.of("mode", "ttl"), "options.");
        int questions = body.path("questions").size();
        require(questions >= 1 && questions <= MOST_QUESTIONS, "Invalid 'questions'.");
        body.path("questions").valueStream().forEach(PlayedDecisions::checkQuestion);
    }

    private static void checkMessage(JsonNode message) {
        requireOnly(message, Set.of("type", "role", "content"), "input.");
        require(message.path("role").asString("").equals("user"), "Invalid 'role'.");
        for (JsonNode part : message.path("content")) {
            requireOnly(part, Set.of("type", "text", "prompt_cache_breakpoint"), "content.");
            require(part.path("type").asString("").equals("input_text"), "Invalid 'type'.");
            require(!part.path("text").asString("").isEmpty(), "Empty 'text'.");
        }
    }

    private static void checkQuestion(JsonNode question) {
        requireOnly(question, Set.of("type", "name", "instructions", "levels"), "questions.");
        require(question.path("type").asString("").equals("score"), "Invalid 'type'.");
        require(question.path("instructions").isString(), "Missing 'instructions'.");
        int levels = question.path("levels").size();
        require(levels >= 2 && levels <= 10, "Invalid 'levels'.");
        for (JsonNode level : question.path("levels")) {
            requireOnly(level, Set.of("label", "description"), "levels.");
            require(!level.path("label").asString("").isEmpty(), "Missing 'label'.");
        }
    }

    private static void requireOnly(JsonNode object, Set<String> known, String where) {
        object.propertyNames()
                .forEach(name ->
                        require(
                                known.contains(name),
                                "Unknown parameter: '" + where + name + "'."));
    }

    private static void require(boolean holds, String message) {
        if (!holds) {
            throw new RefusedException(message);
        }
    }

    private Reply answers(JsonNode questions) {
        return Reply.text(
                MAPPER.writeValueAsString(questions.valueStream().map(this::answerTo).toList()));
    }

    private Object answerTo(JsonNode question) {
        String name = question.path("name").stringValue();
        List<Double> probabilities = mind.apply(name);
        if (probabilities.isEmpty()) {
            return Map.of("type", "refusal", "name", name);
        }
        List<Object> levels = new ArrayList<>();
        double score = 0;
        for (int i = 0; i < probabilities.size(); i++) {
            score += i * probabilities.get(i);
            levels.add(
                    Map.of(
                            "value",
                            i,
                            "label",
                            question.path("levels").path(i).path("label").asString(""),
                            "probability",
                            probabilities.get(i)));
        }
        double confidence = probabilities.stream().mapToDouble(it -> it).max().orElseThrow();
        return Map.of(
                "type",
                "score",
                "name",
                name,
                "score",
                score,
                "confidence",
                confidence,
                "probabilities",
                levels.reversed());
    }
}
