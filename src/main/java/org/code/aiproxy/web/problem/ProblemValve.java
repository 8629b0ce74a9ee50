package org.code.aiproxy.web.problem;

import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.code.aiproxy.web.log.RequestLog;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import tools.jackson.databind.json.JsonMapper;

/** Says what Tomcat itself refuses, such as a path that is none, in the form of all faults. */
final class ProblemValve extends ErrorReportValve {

    private static final String DETAIL = "Invalid HTTP request.";

    private final ProblemBody body;

    ProblemValve(JsonMapper mapper) {
        this.body = new ProblemBody(mapper);
    }

    @Override
    protected void report(Request request, Response response, @Nullable Throwable fault) {
        HttpStatus status = HttpStatus.resolve(response.getStatus());
        if (status != null
                && status.isError()
                && !response.isCommitted()
                && response.setErrorReported()) {
            RequestLog.refused(request, response);
            body.send(request, response, status, DETAIL);
        }
    }
}
