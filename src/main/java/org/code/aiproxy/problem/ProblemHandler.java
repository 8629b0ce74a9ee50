package org.code.aiproxy.problem;

import java.time.Duration;
import java.util.Optional;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.code.aiproxy.assessment.InvalidFieldException;
import org.code.aiproxy.assessment.UnusableResponseException;
import org.code.aiproxy.model.ModelException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/** Says every fault as a problem detail (RFC 9457), with the status that callers act on. */
@RestControllerAdvice
final class ProblemHandler extends ResponseEntityExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemHandler.class);

    @ExceptionHandler
    ResponseEntity<Object> invalidField(InvalidFieldException fault, WebRequest request) {
        return problem(HttpStatus.BAD_REQUEST, sentence(fault.field(), fault), fault, request);
    }

    @ExceptionHandler
    ResponseEntity<Object> unusableResponse(UnusableResponseException fault, WebRequest request) {
        return fault.isCutOff()
                ? problem(
                        HttpStatus.CONTENT_TOO_LARGE,
                        "The model's answer was cut off for length: " + fault.getMessage() + ".",
                        fault,
                        request)
                : problem(
                        HttpStatus.BAD_REQUEST,
                        "InvalidResponseError: no response of the model can be used: "
                                + fault.getMessage()
                                + ".",
                        fault,
                        request);
    }

    @ExceptionHandler
    ResponseEntity<Object> model(ModelException fault, WebRequest request) {
        String detail = String.valueOf(fault.getMessage());
        return switch (fault) {
            case ModelException.Unsupported e ->
                    problem(HttpStatus.BAD_REQUEST, sentence(e.field(), e), e, request);
            case ModelException.RateLimited e ->
                    problem(
                            HttpStatus.TOO_MANY_REQUESTS,
                            detail,
                            e,
                            request,
                            retryAfter(e.retryAfter()));
            case ModelException.Unavailable e ->
                    problem(HttpStatus.SERVICE_UNAVAILABLE, detail, e, request);
            case ModelException.TimedOut e ->
                    problem(HttpStatus.GATEWAY_TIMEOUT, detail, e, request);
            case ModelException.ContextExceeded e ->
                    problem(HttpStatus.CONTENT_TOO_LARGE, detail, e, request);
            case ModelException.Refused e -> problem(HttpStatus.BAD_GATEWAY, detail, e, request);
        };
    }

    /** What Tomcat finds wrong with a form, its size above all. */
    @ExceptionHandler
    ResponseEntity<Object> form(InvalidParameterException fault, WebRequest request) {
        HttpStatusCode status = HttpStatusCode.valueOf(fault.getErrorCode());
        return status.isSameCodeAs(HttpStatus.CONTENT_TOO_LARGE)
                ? tooLarge(fault, request)
                : problem(status, "The form's fields can't be decoded.", fault, request);
    }

    @ExceptionHandler
    ResponseEntity<Object> multipart(MultipartException fault, WebRequest request) {
        return problem(
                HttpStatus.BAD_REQUEST, "The multipart body can't be decoded.", fault, request);
    }

    @Override
    protected ResponseEntity<Object> handleMaxUploadSizeExceededException(
            MaxUploadSizeExceededException fault,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        return tooLarge(fault, request);
    }

    @ExceptionHandler
    ResponseEntity<Object> contentType(InvalidMediaTypeException fault, WebRequest request) {
        return problem(
                HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                "Content-Type is no media type.",
                fault,
                request);
    }

    @ExceptionHandler
    ResponseEntity<Object> bug(Exception fault, WebRequest request) {
        return problem(
                HttpStatus.INTERNAL_SERVER_ERROR,
                "This is a fault of aiproxy's own; its log says more.",
                fault,
                request);
    }

    private ResponseEntity<Object> tooLarge(Exception fault, WebRequest request) {
        return problem(
                HttpStatus.CONTENT_TOO_LARGE,
                "The request's body is over this service's limit.",
                fault,
                request);
    }

    private ResponseEntity<Object> problem(
            HttpStatusCode status, String detail, Exception fault, WebRequest request) {
        return problem(status, detail, fault, request, new HttpHeaders());
    }

    private ResponseEntity<Object> problem(
            HttpStatusCode status,
            String detail,
            Exception fault,
            WebRequest request,
            HttpHeaders headers) {
        ProblemDetail body = ProblemDetail.forStatusAndDetail(status, detail);
        ResponseEntity<Object> response =
                handleExceptionInternal(fault, body, headers, status, request);
        return response == null ? ResponseEntity.status(status).body(body) : response;
    }

    /** Logs faults of this service with their cause, and everything else in a line. */
    @Override
    protected @Nullable ResponseEntity<Object> handleExceptionInternal(
            Exception fault,
            @Nullable Object body,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        Object said = body == null && fault instanceof ErrorResponse known ? known.getBody() : body;
        String detail = said instanceof ProblemDetail problem ? problem.getDetail() : null;
        if (status.isSameCodeAs(HttpStatus.INTERNAL_SERVER_ERROR)) {
            LOG.error("Answered {}", status.value(), fault);
        } else if (status.is5xxServerError()) {
            LOG.warn("Answered {}: {} ({})", status.value(), detail, rootCause(fault));
        } else {
            LOG.info("Answered {}: {}", status.value(), detail);
        }
        return super.handleExceptionInternal(fault, body, headers, status, request);
    }

    private static String sentence(String field, Exception fault) {
        return "`%s` %s".formatted(field, fault.getMessage());
    }

    private static HttpHeaders retryAfter(Optional<Duration> wait) {
        HttpHeaders headers = new HttpHeaders();
        wait.ifPresent(time ->
                headers.set(
                        HttpHeaders.RETRY_AFTER, String.valueOf(time.plusMillis(999).toSeconds())));
        return headers;
    }

    /** The type alone: messages of other people's exceptions can quote what was sent. */
    private static String rootCause(Throwable fault) {
        Throwable cause = fault;
        for (Throwable next = fault; next != null; next = next.getCause()) {
            cause = next;
        }
        return cause.getClass().getSimpleName();
    }
}
