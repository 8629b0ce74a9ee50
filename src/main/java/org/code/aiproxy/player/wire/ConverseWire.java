package org.code.aiproxy.player.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URLDecoder;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.code.aiproxy.player.model.PlayedQuestion;
import org.code.aiproxy.player.model.PlayedQuestion.Form;
import org.code.aiproxy.player.model.PlayedQuestion.Turn;
import org.code.aiproxy.player.model.Reply;
import org.code.aiproxy.player.model.TokenUse;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Amazon Bedrock's Converse and ConverseStream, which answer with one reply.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_Converse.html">the
 *     reference</a>
 */
final class ConverseWire implements Wire {

    static final Pattern PATH = Pattern.compile("/model/([^/]+)/converse(-stream)?");

    @Override
    public PlayedQuestion read(Call call) {
        Matcher path = PATH.matcher(call.path());
        if (!path.matches()) {
            throw new IllegalArgumentException("not a route of Converse");
        }
        JsonNode json = call.json();
        List<Turn> turns =
                Stream.concat(
                                Stream.of(new Turn("system", text(json.path("system")))),
                                json.path("messages")
                                        .valueStream()
                                        .map(it ->
                                                new Turn(
                                                        it.path("role").asString(""),
                                                        text(it.path("content")))))
                        .toList();
        return new PlayedQuestion(
                URLDecoder.decode(path.group(1), UTF_8),
                path.group(2) != null,
                1,
                turns,
                form(json),
                json);
    }

    private static String text(JsonNode blocks) {
        return blocks.valueStream()
                .map(block -> block.path("text").asString(""))
                .collect(Collectors.joining("\n"));
    }

    private static Form form(JsonNode json) {
        String chosen = json.at("/toolConfig/toolChoice/tool/name").asString("");
        List<JsonNode> tools =
                json.at("/toolConfig/tools")
                        .valueStream()
                        .filter(tool -> tool.has("toolSpec"))
                        .map(tool -> tool.get("toolSpec"))
                        .toList();
        boolean hasResults =
                json.path("messages")
                        .valueStream()
                        .flatMap(message -> message.path("content").valueStream())
                        .anyMatch(block -> block.has("toolResult"));
        if (!tools.isEmpty() && !hasResults) {
            JsonNode tool =
                    tools.stream()
                            .filter(it -> it.path("name").asString("").equals(chosen))
                            .findFirst()
                            .orElse(tools.getFirst());
            return new Form.Tool(tool.path("name").asString(""), tool.at("/inputSchema/json"));
        }
        String schema =
                json.at("/outputConfig/textFormat/structure/jsonSchema/schema").asString("");
        return schema.isEmpty() ? new Form.Free() : new Form.Json(Wire.json(schema));
    }

    @Override
    public byte[] whole(PlayedAnswer answer) {
        Reply reply = answer.replies().getFirst();
        ObjectNode json = MAPPER.createObjectNode();
        ObjectNode block =
                json.putObject("output")
                        .putObject("message")
                        .put("role", "assistant")
                        .putArray("content")
                        .addObject();
        reply.tool()
                .ifPresentOrElse(
                        name ->
                                block.putObject("toolUse")
                                        .put("toolUseId", "tooluse_played")
                                        .put("name", name)
                                        .set("input", Wire.json(reply.text())),
                        () -> block.put("text", reply.text()));
        json.put("stopReason", stopReason(reply));
        json.set("usage", usage(answer.use()));
        json.putObject("metrics").put("latencyMs", 1);
        return MAPPER.writeValueAsBytes(json);
    }

    @Override
    public List<byte[]> events(PlayedAnswer answer) {
        Reply reply = answer.replies().getFirst();
        List<byte[]> events = new ArrayList<>();
        events.add(ConverseEvents.messageStart());
        reply.tool()
                .ifPresent(name -> events.add(ConverseEvents.toolStart(0, "tooluse_played", name)));
        for (String piece : reply.pieces()) {
            events.add(
                    reply.tool().isPresent()
                            ? ConverseEvents.toolInput(0, piece)
                            : ConverseEvents.text(piece));
        }
        events.add(ConverseEvents.blockStop(0));
        events.add(ConverseEvents.messageStop(stopReason(reply)));
        events.add(ConverseEvents.metadata(answer.use()));
        return events;
    }

    @Override
    public String streamType() {
        return ConverseEvents.CONTENT_TYPE;
    }

    @Override
    public byte[] noise() {
        return ConverseEvents.text(".");
    }

    @Override
    public void refuse(Call call, Problem problem) throws IOException {
        call.answer(
                problem.status(),
                JSON,
                MAPPER.createObjectNode().put("message", problem.message()).toString(),
                Stream.concat(
                                Stream.of("x-amzn-ErrorType: " + type(problem.status())),
                                problem.headers().stream())
                        .toArray(String[]::new));
    }

    private static String type(int status) {
        return switch (status) {
            case 401, 403 -> "AccessDeniedException";
            case 404 -> "ResourceNotFoundException";
            case 429 -> "ThrottlingException";
            case 500 -> "InternalServerException";
            case 503 -> "ServiceUnavailableException";
            default -> "ValidationException";
        };
    }

    private static String stopReason(Reply reply) {
        return switch (reply.ending()) {
            case STOP, REFUSED -> reply.tool().isPresent() ? "tool_use" : "end_turn";
            case LENGTH -> "max_tokens";
            case FILTERED -> "content_filtered";
        };
    }

    /** Input leaves out what was read from or written to a cache. */
    static ObjectNode usage(TokenUse use) {
        return MAPPER.createObjectNode()
                .put("inputTokens", use.input() - use.cached() - use.written())
                .put("outputTokens", use.output())
                .put("totalTokens", use.total())
                .put("cacheReadInputTokens", use.cached())
                .put("cacheWriteInputTokens", use.written());
    }
}
