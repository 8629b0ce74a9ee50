package org.code.aiproxy.web.problem;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import tools.jackson.databind.json.JsonMapper;

/** Answers requests that get no further than a filter, in the form of all faults. */
public final class Refusals {

    private final ProblemBody body;

    Refusals(JsonMapper mapper) {
        this.body = new ProblemBody(mapper);
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
        response.setStatus(status.value());
        body.write(request, response, problem(request, status, detail));
    }

    private static ProblemDetail problem(
            HttpServletRequest request, HttpStatus status, String detail) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setInstance(Instance.of(request.getRequestURI()));
        return problem;
    }
}
