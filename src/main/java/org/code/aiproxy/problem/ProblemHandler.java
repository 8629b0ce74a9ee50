package org.code.aiproxy.problem;

import java.time.Duration;
import org.code.aiproxy.model.CallerGoneException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.ServletWebRequest;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/**
 * Says every fault with the status that callers act on: as a problem detail (RFC 9457), or as
 * OpenAI's error object on the routes that OpenAI's clients call.
 */
@RestControllerAdvice
final class ProblemHandler extends ResponseEntityExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemHandler.class);

    /** What nginx logs for it; it is never seen. */
    private static final int CLIENT_CLOSED_REQUEST = 499;

    @ExceptionHandler
    ResponseEntity<Object> fault(Exception fault, WebRequest request) {
        return problem(fault, request);
    }

    /** Nobody is there to be told. */
    @ExceptionHandler
    ResponseEntity<Object> callerGone(CallerGoneException fault) {
        LOG.info("Stopped: {}", fault.getMessage());
        return ResponseEntity.status(CLIENT_CLOSED_REQUEST).build();
    }

    @Override
    protected ResponseEntity<Object> handleMaxUploadSizeExceededException(
            MaxUploadSizeExceededException fault,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        return problem(fault, request);
    }

    private ResponseEntity<Object> problem(Exception exception, WebRequest request) {
        Fault fault = Fault.of(exception);
        HttpHeaders headers = new HttpHeaders();
        fault.retryAfter()
                .ifPresent(wait ->
                        headers.set(HttpHeaders.RETRY_AFTER, String.valueOf(secondsUp(wait))));
        ProblemDetail body = ProblemDetail.forStatusAndDetail(fault.status(), fault.detail());
        ResponseEntity<Object> response =
                handleExceptionInternal(exception, body, headers, fault.status(), request);
        return response == null ? ResponseEntity.status(fault.status()).body(body) : response;
    }

    private static long secondsUp(Duration wait) {
        return wait.plusMillis(999).toSeconds();
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
        if (!OpenAiError.isFor(path(request))) {
            return super.handleExceptionInternal(fault, body, headers, status, request);
        }
        HttpStatusCode openAiStatus = OpenAiError.status(fault, status);
        OpenAiError error = OpenAiError.of(openAiStatus, String.valueOf(detail), Fault.of(fault));
        HttpHeaders json = new HttpHeaders(headers);
        json.setContentType(MediaType.APPLICATION_JSON);
        return super.handleExceptionInternal(fault, error, json, openAiStatus, request);
    }

    private static String path(WebRequest request) {
        return ((ServletWebRequest) request).getRequest().getRequestURI();
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
