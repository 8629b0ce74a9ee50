package org.code.aiproxy.web.chat;

import static org.code.aiproxy.provider.bedrock.ConverseStreamEvents.blockStop;
import static org.code.aiproxy.provider.bedrock.ConverseStreamEvents.messageStart;
import static org.code.aiproxy.provider.bedrock.ConverseStreamEvents.messageStop;
import static org.code.aiproxy.provider.bedrock.ConverseStreamEvents.metadata;
import static org.code.aiproxy.provider.bedrock.ConverseStreamEvents.text;
import static org.code.aiproxy.provider.bedrock.ConverseStreamEvents.toolInput;
import static org.code.aiproxy.provider.bedrock.ConverseStreamEvents.toolStart;

import java.io.IOException;
import java.util.List;
import org.code.aiproxy.ScriptedProvider.Call;
import org.code.aiproxy.provider.bedrock.ConverseStreamEvents;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The same model behind OpenAI's API and behind Bedrock's. It greets; calls a tool where it has
 * one; answers JSON where a schema says so; and does what the words LIMIT and BREAK ask for.
 */
final class PlayedModels {

    private static final JsonMapper MAPPER = new JsonMapper();

    private static final String ERROR = "{\"error\": {\"message\": \"Slow down\"}}";

    private PlayedModels() {}

    static void openAi(Call call) throws IOException {
        JsonNode request = MAPPER.readTree(call.text());
        if (call.text().contains("LIMIT")) {
            call.answer(429, "application/json", ERROR, "Retry-After: 30");
        } else if (request.path("stream").asBoolean(false)) {
            stream(call, request);
        } else {
            call.answer(200, "application/json", completion(request));
        }
    }

    private static void stream(Call call, JsonNode request) throws IOException {
        call.stream("text/event-stream");
        call.chunk(event(chunk("{\"role\":\"assistant\",\"content\":\"\"}", "null")));
        if (request.has("tools")) {
            call.chunk(
                    event(
                            chunk(
                                    toolCall("\"id\":\"c1\",\"type\":\"function\",", "Weather", ""),
                                    "null")));
            call.chunk(event(chunk(toolPiece("{\\\"city\\\":"), "null")));
            call.chunk(event(chunk(toolPiece("\\\"Ulm\\\"}"), "null")));
            call.chunk(event(chunk("{}", "\"tool_calls\"")));
        } else {
            for (String piece : List.of("Grü", "ße ", "😀")) {
                call.chunk(event(chunk("{\"content\":\"%s\"}".formatted(piece), "null")));
                if (call.text().contains("BREAK")) {
                    call.reset();
                    return;
                }
            }
            call.chunk(event(chunk("{}", "\"stop\"")));
        }
        call.chunk(
                event(
                        """
                        {"id":"1","object":"chat.completion.chunk","created":1,"model":"m",\
                        "choices":[],"usage":{"prompt_tokens":9,"completion_tokens":2,\
                        "total_tokens":11}}\
                        """));
        call.chunk("data: [DONE]\n\n");
        call.lastChunk();
    }

    private static String completion(JsonNode request) {
        String message =
                request.has("tools")
                        ? """
                        "content":null,"tool_calls":[{"id":"c1","type":"function","function":\
                        {"name":"Weather","arguments":"{\\"city\\":\\"Ulm\\"}"}}]\
                        """
                        : "\"content\":\"%s\""
                                .formatted(
                                        request.has("response_format")
                                                ? "{\\\"city\\\":\\\"Ulm\\\"}"
                                                : "Grüße 😀");
        return """
        {"id":"1","object":"chat.completion","created":1,"model":"m","choices":[{"index":0,\
        "finish_reason":"%s","message":{"role":"assistant","refusal":null,%s}}],\
        "usage":{"prompt_tokens":9,"completion_tokens":2,"total_tokens":11}}\
        """
                .formatted(request.has("tools") ? "tool_calls" : "stop", message);
    }

    /** The same by OpenAI's responses, as a text alone. */
    static void responses(Call call) throws IOException {
        if (!MAPPER.readTree(call.text()).path("stream").asBoolean(false)) {
            call.answer(200, "application/json", response());
            return;
        }
        call.stream("text/event-stream");
        call.chunk(event("response.created", "\"response\":" + response(), 0));
        for (String piece : List.of("Grü", "ße 😀")) {
            String delta =
                    """
                    "content_index":0,"output_index":0,"item_id":"m1","logprobs":[],"delta":"%s"\
                    """
                            .formatted(piece);
            call.chunk(event("response.output_text.delta", delta, 1));
            if (call.text().contains("BREAK")) {
                call.reset();
                return;
            }
        }
        call.chunk(event("response.completed", "\"response\":" + response(), 3));
        call.lastChunk();
    }

    private static String response() {
        return """
        {"id":"r1","object":"response","created_at":1,"model":"m","status":"completed","error":null,\
        "incomplete_details":null,"instructions":null,"metadata":{},"parallel_tool_calls":true,\
        "temperature":1,"tool_choice":"auto","tools":[],"top_p":1,"output":[{"type":"message",\
        "id":"m1","role":"assistant","status":"completed","content":[{"type":"output_text",\
        "text":"Grüße 😀","annotations":[]}]}],"usage":{"input_tokens":9,\
        "input_tokens_details":{"cached_tokens":0},"output_tokens":2,\
        "output_tokens_details":{"reasoning_tokens":0},"total_tokens":11}}\
        """;
    }

    private static String event(String type, String members, int number) {
        return "event: %s\ndata: {\"type\":\"%s\",%s,\"sequence_number\":%d}\n\n"
                .formatted(type, type, members, number);
    }

    private static String event(String data) {
        return "data: " + data + "\n\n";
    }

    private static String chunk(String delta, String finishReason) {
        return """
        {"id":"1","object":"chat.completion.chunk","created":1,"model":"m","choices":[\
        {"index":0,"delta":%s,"finish_reason":%s}]}\
        """
                .formatted(delta, finishReason);
    }

    private static String toolCall(String head, String name, String arguments) {
        return "{\"tool_calls\":[{\"index\":0,%s\"function\":{\"name\":\"%s\",\"arguments\":\"%s\"}}]}"
                .formatted(head, name, arguments);
    }

    private static String toolPiece(String arguments) {
        return "{\"tool_calls\":[{\"index\":0,\"function\":{\"arguments\":\"%s\"}}]}"
                .formatted(arguments);
    }

    static void bedrock(Call call) throws IOException {
        if (call.text().contains("LIMIT")) {
            call.answer(
                    429,
                    "application/json",
                    "{\"message\": \"Slow down\"}",
                    "x-amzn-ErrorType: ThrottlingException",
                    "Retry-After: 30");
        } else if (call.head().contains("converse-stream")) {
            converseStream(call);
        } else {
            call.answer(200, "application/json", converse(MAPPER.readTree(call.text())));
        }
    }

    private static void converseStream(Call call) throws IOException {
        call.stream(ConverseStreamEvents.CONTENT_TYPE);
        call.chunk(messageStart());
        if (call.text().contains("toolConfig")) {
            call.chunk(toolStart(0, "c1", "Weather"));
            call.chunk(toolInput(0, "{\"city\":"));
            call.chunk(toolInput(0, "\"Ulm\"}"));
        } else {
            for (String piece : List.of("Grü", "ße ", "😀")) {
                call.chunk(text(piece));
                if (call.text().contains("BREAK")) {
                    call.reset();
                    return;
                }
            }
        }
        call.chunk(blockStop(0));
        call.chunk(messageStop(call.text().contains("toolConfig") ? "tool_use" : "end_turn"));
        call.chunk(metadata());
        call.lastChunk();
    }

    private static String converse(JsonNode request) {
        String content =
                request.has("toolConfig")
                        ? "{\"toolUse\":{\"toolUseId\":\"c1\",\"name\":\"Weather\",\"input\":{\"city\":\"Ulm\"}}}"
                        : "{\"text\":\"%s\"}"
                                .formatted(
                                        request.has("outputConfig")
                                                ? "{\\\"city\\\":\\\"Ulm\\\"}"
                                                : "Grüße 😀");
        return """
        {"output":{"message":{"role":"assistant","content":[%s]}},"stopReason":"%s",\
        "usage":{"inputTokens":9,"outputTokens":2,"totalTokens":11}}\
        """
                .formatted(content, request.has("toolConfig") ? "tool_use" : "end_turn");
    }
}
