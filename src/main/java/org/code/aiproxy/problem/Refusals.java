package org.code.aiproxy.problem;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import tools.jackson.databind.json.JsonMapper;

/** Answers requests that get no further than a filter, in the form of all faults. */
public final class Refusals {

    private final JsonMapper mapper;

    Refusals(JsonMapper mapper) {
        this.mapper = mapper;
    }

    /**
     * Answers, with headers that were set before.
     *
     * @param detail what is wrong and what to do, fit for callers
     */
    public void send(
            HttpServletRequest request,
            HttpServletResponse response,
            HttpStatus status,
            String detail)
            throws IOException {
        boolean isForOpenAisClients = OpenAiError.isFor(request.getRequestURI());
        response.setStatus(status.value());
        response.setContentType(
                isForOpenAisClients
                        ? MediaType.APPLICATION_JSON_VALUE
                        : MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.getOutputStream()
                .write(
                        mapper.writeValueAsBytes(
                                isForOpenAisClients
                                        ? OpenAiError.of(status, detail)
                                        : problem(request, status, detail)));
    }

    private static ProblemDetail problem(
            HttpServletRequest request, HttpStatus status, String detail) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setInstance(Instance.of(request.getRequestURI()));
        return problem;
    }
}
