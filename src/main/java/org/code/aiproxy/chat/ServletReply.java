package org.code.aiproxy.chat;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.code.aiproxy.model.CallerGoneException;
import org.code.aiproxy.model.ChatReply;
import org.code.aiproxy.problem.OpenAiError;
import org.springframework.http.MediaType;
import tools.jackson.databind.json.JsonMapper;

/** Writes to the caller's connection, and waits there while the caller doesn't read. */
final class ServletReply implements ChatReply {

    private static final JsonMapper MAPPER = new JsonMapper();

    private final HttpServletResponse response;

    ServletReply(HttpServletResponse response) {
        this.response = response;
    }

    @Override
    public boolean hasBegun() {
        return response.isCommitted();
    }

    @Override
    public void whole(int status, Map<String, String> headers, byte[] json) {
        response.setStatus(status);
        headers.forEach(response::setHeader);
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.setContentLength(json.length);
        write(json);
    }

    @Override
    public void begin(Map<String, String> headers) {
        headers.forEach(response::setHeader);
    }

    @Override
    public void event(byte[] event) {
        if (!hasBegun()) {
            response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE);
            response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        }
        write(event);
    }

    /** Says in the stream that it isn't whole. */
    void error(OpenAiError error) {
        event(
                ("data: " + MAPPER.writeValueAsString(error) + "\n\n")
                        .getBytes(StandardCharsets.UTF_8));
    }

    private void write(byte[] bytes) {
        try {
            OutputStream out = response.getOutputStream();
            out.write(bytes);
            out.flush();
        } catch (IOException e) {
            throw new CallerGoneException(e);
        }
    }
}
