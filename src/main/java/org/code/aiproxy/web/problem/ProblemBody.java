package org.code.aiproxy.web.problem;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import tools.jackson.databind.json.JsonMapper;

/** Writes faults that no controller hears of, in the form of all faults. */
final class ProblemBody {

    private final JsonMapper mapper;

    ProblemBody(JsonMapper mapper) {
        this.mapper = mapper;
    }

    /** Writes the whole answer but for its status, and sends it. */
    void send(Request request, Response response, HttpStatus status, String detail) {
        try {
            write(request, response, ProblemDetail.forStatusAndDetail(status, detail));
            response.finishResponse();
        } catch (IOException e) {
            // The caller has gone.
        }
    }

    /** Writes the answer's type and body. */
    void write(HttpServletRequest request, HttpServletResponse response, ProblemDetail problem)
            throws IOException {
        boolean isOpenAi = OpenAiError.isFor(String.valueOf(request.getRequestURI()));
        response.setContentType(
                isOpenAi
                        ? MediaType.APPLICATION_JSON_VALUE
                        : MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        byte[] body = mapper.writeValueAsBytes(isOpenAi ? openAi(problem) : problem);
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    private static OpenAiError openAi(ProblemDetail problem) {
        return OpenAiError.of(
                HttpStatusCode.valueOf(problem.getStatus()), String.valueOf(problem.getDetail()));
    }
}
