package org.code.aiproxy.web.problem;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.code.aiproxy.model.ModelException;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A fault as OpenAI's clients expect it (<a
 * href="https://platform.openai.com/docs/guides/error-codes/api-errors">error codes</a>).
 *
 * @param error what is wrong
 */
public record OpenAiError(@JsonProperty("error") Content error) {

    /**
     * What is wrong.
     *
     * @param message a sentence for people
     * @param type the kind of fault
     * @param param the request's field at fault, if it is one
     * @param code the fault's name for programs, if it has one
     */
    public record Content(
            String message, String type, Optional<String> param, Optional<String> code) {}

    /** A fault among the events of a streamed response. */
    @JsonPropertyOrder({"type", "code", "message", "param", "sequence_number"})
    private record ResponseError(
            String type,
            Optional<String> code,
            String message,
            Optional<String> param,
            @JsonProperty("sequence_number") int sequenceNumber) {}

    private static final JsonMapper MAPPER = new JsonMapper();

    /** What a fault is called that can't be told by a status any more. */
    public static OpenAiError of(Exception exception) {
        Fault fault = Fault.of(exception);
        return of(fault.status(), fault.detail(), fault);
    }

    /** The event that ends a streamed chat completion with a fault. */
    public byte[] event() {
        return bytes("data: " + MAPPER.writeValueAsString(this) + "\n\n");
    }

    /**
     * The event that ends a streamed response with a fault.
     *
     * @param number its place among the stream's events, from 0
     */
    public byte[] event(int number) {
        return bytes(
                "event: error\ndata: "
                        + MAPPER.writeValueAsString(
                                new ResponseError(
                                        "error",
                                        error.code().or(() -> Optional.of(error.type())),
                                        error.message(),
                                        error.param(),
                                        number))
                        + "\n\n");
    }

    private static byte[] bytes(String event) {
        return event.getBytes(StandardCharsets.UTF_8);
    }

    static OpenAiError of(HttpStatusCode status, String message, Fault fault) {
        return new OpenAiError(
                new Content(
                        message, type(status), fault.field(), fault.code().or(() -> code(status))));
    }

    static OpenAiError of(HttpStatusCode status, String message) {
        return of(status, message, new Fault(status, message));
    }

    /** The status that OpenAI has for a fault, where it isn't the one that assessments have. */
    static HttpStatusCode status(Exception exception, HttpStatusCode status) {
        return exception instanceof ModelException failed
                ? HttpStatusCode.valueOf(failed.openAiStatus())
                : status;
    }

    /** Whether a route is one of those that OpenAI's clients call. */
    static boolean isFor(String path) {
        return path.startsWith("/v1/")
                || path.startsWith("/openai/")
                || path.startsWith("/test/openai")
                || UnknownRoute.isOfAClient(path);
    }

    private static String type(HttpStatusCode status) {
        if (status.isSameCodeAs(HttpStatus.TOO_MANY_REQUESTS)) {
            return "rate_limit_error";
        }
        return status.is5xxServerError() ? "server_error" : "invalid_request_error";
    }

    private static Optional<String> code(HttpStatusCode status) {
        return status.isSameCodeAs(HttpStatus.UNAUTHORIZED)
                ? Optional.of("invalid_api_key")
                : Optional.empty();
    }
}
