package org.code.aiproxy.web.problem;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Says faults that were found before any controller, such as a missing key, in the same form. */
@RestController
final class ProblemErrorController implements ErrorController {

    private static final Map<HttpStatus, String> DETAILS =
            Map.of(
                    HttpStatus.UNAUTHORIZED,
                    "Send this service's key in the Authorization header.",
                    // Tomcat's, when a handler has begun to read.
                    HttpStatus.BAD_REQUEST,
                    Fault.BROKEN_BODY,
                    HttpStatus.REQUEST_TIMEOUT,
                    "The body took too long to arrive.",
                    HttpStatus.SERVICE_UNAVAILABLE,
                    BusyRejection.DETAIL);

    @RequestMapping("/error")
    ResponseEntity<Object> problem(HttpServletRequest request) {
        HttpStatus status =
                Optional.ofNullable(request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE))
                        .map(code -> HttpStatus.resolve((int) code))
                        .orElse(HttpStatus.NOT_FOUND);
        String path =
                Optional.ofNullable(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI))
                        .map(Object::toString)
                        .orElse("");
        String detail =
                status == HttpStatus.NOT_FOUND
                        ? UnknownRoute.detail(path)
                        : DETAILS.getOrDefault(status, status.getReasonPhrase() + ".");
        return OpenAiError.isFor(path)
                ? ResponseEntity.status(status)
                        .contentType(MediaType.APPLICATION_JSON)
                        .body(OpenAiError.of(status, detail))
                : ResponseEntity.status(status).body(problem(status, detail, path));
    }

    private static ProblemDetail problem(HttpStatus status, String detail, String path) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setInstance(Instance.of(path));
        return problem;
    }
}
