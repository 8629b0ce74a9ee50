package org.code.aiproxy.player.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.code.aiproxy.player.model.PlayedQuestion;
import org.code.aiproxy.player.model.PlayedQuestion.Form;
import org.code.aiproxy.player.model.PlayedQuestion.Turn;
import org.code.aiproxy.player.model.Reply;
import org.code.aiproxy.player.model.Reply.Ending;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * OpenAI's responses, of which there is one for each request.
 *
 * @see <a href="https://developers.openai.com/api/reference/resources/responses">the reference</a>
 */
final class ResponsesWire extends OpenAiWire {

    @Override
    public PlayedQuestion read(Call call) {
        JsonNode json = call.json();
        return new PlayedQuestion(
                json.path("model").asString(""),
                json.path("stream").asBoolean(false),
                1,
                turns(json),
                form(json),
                json);
    }

    private static List<Turn> turns(JsonNode json) {
        Stream<Turn> instructions =
                json.path("instructions").asStringOpt().stream()
                        .map(text -> new Turn("system", text));
        JsonNode input = json.path("input");
        Stream<Turn> conversation =
                input.isString()
                        ? Stream.of(new Turn("user", input.stringValue()))
                        : input.valueStream()
                                .map(it ->
                                        new Turn(
                                                it.path("role").asString(""),
                                                text(it.path("content"))));
        return Stream.concat(instructions, conversation).toList();
    }

    private static Form form(JsonNode json) {
        boolean mayCall =
                !json.path("tool_choice").asString("").equals("none")
                        && json.path("input")
                                .valueStream()
                                .noneMatch(it ->
                                        it.path("type")
                                                .asString("")
                                                .equals("function_call_output"));
        return form(
                json.path("tools")
                        .valueStream()
                        .filter(tool -> mayCall && tool.has("parameters"))
                        .toList(),
                json.at("/tool_choice/name").asString(""),
                json.at("/text/format"),
                json.at("/text/format/schema"));
    }

    @Override
    public byte[] whole(PlayedAnswer answer) {
        return MAPPER.writeValueAsBytes(response(answer, true));
    }

    @Override
    public List<byte[]> events(PlayedAnswer answer) {
        Reply reply = answer.replies().getFirst();
        boolean isTool = reply.tool().isPresent();
        String part = isTool ? "response.function_call_arguments" : "response.output_text";
        List<ObjectNode> events = new ArrayList<>();
        add(events, "response.created").set("response", response(answer, false));
        add(events, "response.output_item.added")
                .put("output_index", 0)
                .set("item", item(reply, ""));
        if (!isTool) {
            ofPart(add(events, "response.content_part.added")).set("part", part(reply, ""));
        }
        for (String piece : reply.pieces()) {
            ofPart(add(events, part + ".delta")).put("delta", piece).putArray("logprobs");
        }
        ofPart(add(events, part + ".done"))
                .put(isTool ? "arguments" : "text", reply.text())
                .putArray("logprobs");
        if (!isTool) {
            ofPart(add(events, "response.content_part.done"))
                    .set("part", part(reply, reply.text()));
        }
        add(events, "response.output_item.done")
                .put("output_index", 0)
                .set("item", item(reply, reply.text()));
        add(events, "response." + status(reply)).set("response", response(answer, true));
        return events.stream().map(ResponsesWire::bytes).toList();
    }

    private static ObjectNode add(List<ObjectNode> events, String type) {
        ObjectNode event =
                MAPPER.createObjectNode().put("type", type).put("sequence_number", events.size());
        events.add(event);
        return event;
    }

    private static ObjectNode ofPart(ObjectNode event) {
        return event.put("item_id", "item_played").put("output_index", 0).put("content_index", 0);
    }

    private static byte[] bytes(ObjectNode event) {
        return "event: %s\ndata: %s\n\n"
                .formatted(event.get("type").stringValue(), event)
                .getBytes(UTF_8);
    }

    private static ObjectNode response(PlayedAnswer answer, boolean isDone) {
        Reply reply = answer.replies().getFirst();
        ObjectNode response =
                MAPPER.createObjectNode()
                        .put("id", "resp_played")
                        .put("object", "response")
                        .put("created_at", 1)
                        .put("model", answer.question().model())
                        .put("status", isDone ? status(reply) : "in_progress")
                        .putNull("error")
                        .putNull("instructions")
                        .put("parallel_tool_calls", true)
                        .put("temperature", 1)
                        .put("tool_choice", "auto")
                        .put("top_p", 1);
        response.putArray("tools");
        response.putObject("metadata");
        response.putNull("incomplete_details");
        if (isDone && status(reply).equals("incomplete")) {
            response.putObject("incomplete_details")
                    .put(
                            "reason",
                            reply.ending() == Ending.LENGTH
                                    ? "max_output_tokens"
                                    : "content_filter");
        }
        if (isDone) {
            response.putArray("output").add(item(reply, reply.text()));
            addUsage(response, answer.use(), "input", "output");
        } else {
            response.putArray("output");
        }
        return response;
    }

    private static String status(Reply reply) {
        return switch (reply.ending()) {
            case STOP, REFUSED -> "completed";
            case LENGTH, FILTERED -> "incomplete";
        };
    }

    private static ObjectNode item(Reply reply, String text) {
        ObjectNode item =
                MAPPER.createObjectNode().put("id", "item_played").put("status", "completed");
        if (reply.tool().isPresent()) {
            return item.put("type", "function_call")
                    .put("call_id", "call_played")
                    .put("name", reply.tool().get())
                    .put("arguments", text);
        }
        item.put("type", "message").put("role", "assistant");
        if (text.isEmpty()) {
            item.putArray("content");
        } else {
            item.putArray("content").add(part(reply, text));
        }
        return item;
    }

    private static ObjectNode part(Reply reply, String text) {
        ObjectNode part = MAPPER.createObjectNode();
        if (reply.ending() == Ending.REFUSED) {
            return part.put("type", "refusal").put("refusal", text);
        }
        part.put("type", "output_text").put("text", text).putArray("annotations");
        return part;
    }
}
