package org.code.aiproxy.problem;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;

/** Says what Tomcat itself refuses, such as a path that is none, in the form of all problems. */
final class ProblemValve extends ErrorReportValve {

    @Override
    protected void report(Request request, Response response, @Nullable Throwable fault) {
        HttpStatus status = HttpStatus.resolve(response.getStatus());
        boolean isReported =
                response.isCommitted() || !response.setErrorReported() || response.isAppCommitted();
        if (status == null || !status.isError() || isReported) {
            return;
        }
        byte[] problem =
                """
                {"title":"%s","status":%d,"detail":"The request is no HTTP that this service takes."}\
                """
                        .formatted(status.getReasonPhrase(), status.value())
                        .getBytes(StandardCharsets.UTF_8);
        try {
            response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
            response.setContentLength(problem.length);
            response.getOutputStream().write(problem);
            response.finishResponse();
        } catch (IOException e) {
            // Whoever asked has gone.
        }
    }
}
