package org.code.aiproxy.problem;

import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.code.aiproxy.server.RequestLog;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import tools.jackson.databind.json.JsonMapper;

/** Says what Tomcat itself refuses, such as a path that is none, in the form of all faults. */
final class ProblemValve extends ErrorReportValve {

    private static final String DETAIL = "This is no HTTP request that this service takes.";

    private final JsonMapper mapper;

    ProblemValve(JsonMapper mapper) {
        this.mapper = mapper;
    }

    @Override
    protected void report(Request request, Response response, @Nullable Throwable fault) {
        HttpStatus status = HttpStatus.resolve(response.getStatus());
        if (status != null
                && status.isError()
                && !response.isCommitted()
                && response.setErrorReported()) {
            RequestLog.refused(request, response);
            boolean isOpenAi = OpenAiError.isFor(String.valueOf(request.getRequestURI()));
            response.setContentType(
                    isOpenAi
                            ? MediaType.APPLICATION_JSON_VALUE
                            : MediaType.APPLICATION_PROBLEM_JSON_VALUE);
            send(
                    response,
                    isOpenAi
                            ? OpenAiError.of(status, DETAIL)
                            : ProblemDetail.forStatusAndDetail(status, DETAIL));
        }
    }

    private void send(Response response, Object body) {
        try {
            response.getOutputStream().write(mapper.writeValueAsBytes(body));
            response.finishResponse();
        } catch (IOException e) {
            // Whoever asked has gone.
        }
    }
}
