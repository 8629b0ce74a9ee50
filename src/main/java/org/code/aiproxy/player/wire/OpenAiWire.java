package org.code.aiproxy.player.wire;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import org.code.aiproxy.player.model.PlayedQuestion.Form;
import org.code.aiproxy.player.model.TokenUse;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What OpenAI's APIs have in common. */
abstract sealed class OpenAiWire implements Wire
        permits CompletionsWire, DecisionsWire, ResponsesWire {

    @Override
    public final String streamType() {
        return "text/event-stream";
    }

    @Override
    public final byte[] noise() {
        return ": still here\n\n".getBytes(UTF_8);
    }

    @Override
    public final void refuse(Call call, Problem problem) throws IOException {
        ObjectNode body = MAPPER.createObjectNode();
        body.putObject("error")
                .put("message", problem.message())
                .put("type", type(problem.status()))
                .put("param", problem.param().orElse(null))
                .put("code", problem.code().orElse(null));
        call.answer(
                problem.status(), JSON, body.toString(), problem.headers().toArray(String[]::new));
    }

    private static String type(int status) {
        return switch (status) {
            case 429 -> "requests";
            case 500, 503 -> "server_error";
            default -> "invalid_request_error";
        };
    }

    static byte[] event(String data) {
        return "data: %s\n\n".formatted(data).getBytes(UTF_8);
    }

    /** A text, or the texts of its parts. */
    static String text(JsonNode content) {
        return content.isArray()
                ? content.valueStream()
                        .map(part -> part.path("text").asString(""))
                        .collect(Collectors.joining("\n"))
                : content.asString("");
    }

    /**
     * The form of a reply.
     *
     * @param functions the tools that may be called
     * @param chosen the name of the one that must be; empty where any will do
     * @param format what the request says of the text's format
     * @param schema of the format
     */
    static Form form(List<JsonNode> functions, String chosen, JsonNode format, JsonNode schema) {
        if (!functions.isEmpty()) {
            JsonNode function =
                    functions.stream()
                            .filter(it -> it.path("name").asString("").equals(chosen))
                            .findFirst()
                            .orElse(functions.getFirst());
            return new Form.Tool(function.path("name").asString(""), function.path("parameters"));
        }
        return format.path("type").asString("").startsWith("json")
                ? new Form.Json(schema)
                : new Form.Free();
    }

    /**
     * Puts what is counted into an answer.
     *
     * @param in what the API calls input
     * @param out what it calls output
     */
    static void addUsage(ObjectNode answer, TokenUse use, String in, String out) {
        ObjectNode usage = answer.putObject("usage");
        usage.put(in + "_tokens", use.input())
                .put(out + "_tokens", use.output())
                .put("total_tokens", use.total());
        usage.putObject(in + "_tokens_details")
                .put("cached_tokens", use.cached())
                .put("cache_write_tokens", use.written());
        usage.putObject(out + "_tokens_details").put("reasoning_tokens", 0);
    }
}
