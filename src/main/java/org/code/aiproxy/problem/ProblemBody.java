package org.code.aiproxy.problem;

import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import tools.jackson.databind.json.JsonMapper;

/** Writes faults that no servlet hears of, in the form of all faults. */
final class ProblemBody {

    private final JsonMapper mapper;

    ProblemBody(JsonMapper mapper) {
        this.mapper = mapper;
    }

    /** Writes the whole answer but for its status, and sends it. */
    void write(Request request, Response response, HttpStatus status, String detail) {
        boolean isOpenAi = OpenAiError.isFor(String.valueOf(request.getRequestURI()));
        response.setContentType(
                isOpenAi
                        ? MediaType.APPLICATION_JSON_VALUE
                        : MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        byte[] body =
                mapper.writeValueAsBytes(
                        isOpenAi
                                ? OpenAiError.of(status, detail)
                                : ProblemDetail.forStatusAndDetail(status, detail));
        response.setContentLength(body.length);
        try {
            response.getOutputStream().write(body);
            response.finishResponse();
        } catch (IOException e) {
            // The caller has gone.
        }
    }
}
