package org.code.aiproxy.web.chat;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.code.aiproxy.model.CallerGoneException;
import org.code.aiproxy.model.ChatApi;
import org.code.aiproxy.model.ChatReply;
import org.code.aiproxy.web.problem.OpenAiError;
import org.springframework.http.MediaType;

/** Writes to the caller's connection, and waits there while the caller doesn't read. */
final class ServletReply implements ChatReply {

    private final ChatApi api;
    private final HttpServletResponse response;

    /** What numbers the events of a streamed response, from 0. */
    private int events;

    private boolean hasBegun;
    private boolean toldFault;

    ServletReply(ChatApi api, HttpServletResponse response) {
        this.api = api;
        this.response = response;
    }

    @Override
    public boolean hasBegun() {
        return hasBegun || response.isCommitted();
    }

    @Override
    public void whole(int status, Map<String, String> headers, byte[] json) {
        response.setStatus(status);
        headers.forEach(response::setHeader);
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.setContentLength(json.length);
        write(json);
        hasBegun = true;
        flush();
    }

    @Override
    public void begin(Map<String, String> headers) {
        headers.forEach(response::setHeader);
    }

    @Override
    public void event(byte[] event) {
        eventOfSeveral(event);
        flush();
    }

    @Override
    public void eventOfSeveral(byte[] event) {
        if (!hasBegun()) {
            response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE);
            response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        }
        write(event);
        hasBegun = true;
        events++;
    }

    /** Before the first event there is nothing, and the status can still change. */
    @Override
    public void flush() {
        if (!hasBegun) {
            return;
        }
        try {
            response.getOutputStream().flush();
        } catch (IOException e) {
            throw new CallerGoneException(e);
        }
    }

    @Override
    public void fault(byte[] event) {
        toldFault = true;
        event(event);
    }

    /** How many events were passed on, of which each is about a token. */
    int events() {
        return events;
    }

    /** Says in the stream that it isn't whole, unless the server said so itself. */
    void error(OpenAiError error) {
        if (!toldFault) {
            event(
                    switch (api) {
                        case COMPLETIONS -> error.event();
                        case RESPONSES, DECISIONS -> error.event(events);
                    });
        }
    }

    private void write(byte[] bytes) {
        try {
            response.getOutputStream().write(bytes);
        } catch (IOException e) {
            throw new CallerGoneException(e);
        }
    }
}
