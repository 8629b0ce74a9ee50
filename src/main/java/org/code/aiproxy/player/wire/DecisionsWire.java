package org.code.aiproxy.player.wire;

import java.util.List;
import org.code.aiproxy.player.model.PlayedQuestion;
import org.code.aiproxy.player.model.PlayedQuestion.Form;
import org.code.aiproxy.player.model.PlayedQuestion.Turn;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * OpenAI's decisions, which aren't streamed. A reply's text is the array of answers.
 *
 * @see <a href="https://platform.openai.com/docs/api-reference/decisions">the reference</a>
 */
final class DecisionsWire extends OpenAiWire {

    @Override
    public PlayedQuestion read(Call call) {
        JsonNode json = call.json();
        return new PlayedQuestion(
                json.path("model").asString(""),
                false,
                1,
                turns(json.path("input")),
                new Form.Decisions(json.path("questions")),
                json);
    }

    private static List<Turn> turns(JsonNode input) {
        return input.isString()
                ? List.of(new Turn("user", input.stringValue()))
                : input.valueStream()
                        .map(it -> new Turn(it.path("role").asString(""), text(it.path("content"))))
                        .toList();
    }

    @Override
    public byte[] whole(PlayedAnswer answer) {
        ObjectNode json = MAPPER.createObjectNode().put("model", answer.question().model());
        json.set("answers", Wire.json(answer.replies().getFirst().text()));
        addUsage(json, answer.use(), "input", "output");
        return MAPPER.writeValueAsBytes(json);
    }

    @Override
    public List<byte[]> events(PlayedAnswer answer) {
        return List.of(whole(answer));
    }
}
