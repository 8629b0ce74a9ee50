package org.code.aiproxy.player.wire;

import java.util.ArrayList;
import java.util.List;
import org.code.aiproxy.player.model.PlayedQuestion;
import org.code.aiproxy.player.model.PlayedQuestion.Form;
import org.code.aiproxy.player.model.PlayedQuestion.Turn;
import org.code.aiproxy.player.model.Reply;
import org.code.aiproxy.player.model.Reply.Ending;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * OpenAI's chat completions.
 *
 * @see <a href="https://developers.openai.com/api/reference/resources/chat">the reference</a>
 */
final class CompletionsWire extends OpenAiWire {

    @Override
    public PlayedQuestion read(Call call) {
        JsonNode json = call.json();
        List<Turn> turns =
                json.path("messages")
                        .valueStream()
                        .map(it -> new Turn(it.path("role").asString(""), text(it.path("content"))))
                        .toList();
        return new PlayedQuestion(
                json.path("model").asString(""),
                json.path("stream").asBoolean(false),
                json.path("n").asInt(1),
                turns,
                form(json, turns),
                json);
    }

    private static Form form(JsonNode json, List<Turn> turns) {
        boolean mayCall =
                !json.path("tool_choice").asString("").equals("none")
                        && turns.stream().noneMatch(turn -> turn.role().equals("tool"));
        return form(
                json.path("tools")
                        .valueStream()
                        .filter(_ -> mayCall)
                        .map(tool -> tool.path("function"))
                        .toList(),
                json.at("/tool_choice/function/name").asString(""),
                json.path("response_format"),
                json.at("/response_format/json_schema/schema"));
    }

    @Override
    public byte[] whole(PlayedAnswer answer) {
        ObjectNode completion = envelope(answer, "chat.completion");
        ArrayNode choices = completion.withArray("choices");
        for (Reply reply : answer.replies()) {
            ObjectNode choice =
                    choices.addObject()
                            .put("index", choices.size() - 1)
                            .put("finish_reason", finishReason(reply));
            choice.set("message", message(reply));
        }
        addUsage(completion, answer.use(), "prompt", "completion");
        return MAPPER.writeValueAsBytes(completion);
    }

    private static ObjectNode message(Reply reply) {
        ObjectNode message = MAPPER.createObjectNode().put("role", "assistant").putNull("content");
        if (reply.ending() == Ending.REFUSED) {
            return message.put("refusal", reply.text());
        }
        if (reply.tool().isPresent()) {
            addToolCall(message, reply, reply.text());
            return message.putNull("refusal");
        }
        return message.put("content", reply.text()).putNull("refusal");
    }

    private static ObjectNode addToolCall(ObjectNode message, Reply reply, String arguments) {
        ObjectNode call =
                message.withArray("tool_calls")
                        .addObject()
                        .put("id", "call_played")
                        .put("type", "function");
        call.putObject("function")
                .put("name", reply.tool().orElseThrow())
                .put("arguments", arguments);
        return call;
    }

    @Override
    public List<byte[]> events(PlayedAnswer answer) {
        List<byte[]> events = new ArrayList<>();
        for (int index = 0; index < answer.replies().size(); index++) {
            Reply reply = answer.replies().get(index);
            events.add(chunk(answer, index, begin(reply), ""));
            for (String piece : reply.pieces()) {
                events.add(chunk(answer, index, delta(reply, piece), ""));
            }
            events.add(chunk(answer, index, MAPPER.createObjectNode(), finishReason(reply)));
        }
        if (answer.question().json().at("/stream_options/include_usage").asBoolean(false)) {
            ObjectNode chunk = envelope(answer, "chat.completion.chunk");
            chunk.putArray("choices");
            addUsage(chunk, answer.use(), "prompt", "completion");
            events.add(event(chunk.toString()));
        }
        events.add(event("[DONE]"));
        return events;
    }

    private static byte[] chunk(
            PlayedAnswer answer, int index, ObjectNode delta, String finishReason) {
        ObjectNode chunk = envelope(answer, "chat.completion.chunk");
        ObjectNode choice = chunk.withArray("choices").addObject().put("index", index);
        choice.set("delta", delta);
        choice.put("finish_reason", finishReason.isEmpty() ? null : finishReason);
        return event(chunk.toString());
    }

    private static ObjectNode begin(Reply reply) {
        ObjectNode delta = MAPPER.createObjectNode().put("role", "assistant");
        if (reply.tool().isPresent()) {
            addToolCall(delta.putNull("content"), reply, "").put("index", 0);
            return delta;
        }
        return delta.put("content", "");
    }

    private static ObjectNode delta(Reply reply, String piece) {
        ObjectNode delta = MAPPER.createObjectNode();
        if (reply.ending() == Ending.REFUSED) {
            return delta.put("refusal", piece);
        }
        if (reply.tool().isPresent()) {
            delta.withArray("tool_calls")
                    .addObject()
                    .put("index", 0)
                    .putObject("function")
                    .put("arguments", piece);
            return delta;
        }
        return delta.put("content", piece);
    }

    private static ObjectNode envelope(PlayedAnswer answer, String object) {
        return MAPPER.createObjectNode()
                .put("id", "chatcmpl-played")
                .put("object", object)
                .put("created", 1)
                .put("model", answer.question().model());
    }

    private static String finishReason(Reply reply) {
        return switch (reply.ending()) {
            case STOP -> reply.tool().isPresent() ? "tool_calls" : "stop";
            case LENGTH -> "length";
            case FILTERED -> "content_filter";
            case REFUSED -> "stop";
        };
    }
}
