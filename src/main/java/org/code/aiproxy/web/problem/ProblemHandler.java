package org.code.aiproxy.web.problem;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.catalina.connector.ClientAbortException;
import org.apache.coyote.BadRequestException;
import org.code.aiproxy.grading.assessment.UnusableResponseException;
import org.code.aiproxy.model.CallerGoneException;
import org.code.aiproxy.model.Failure.Outcome;
import org.code.aiproxy.model.ModelException;
import org.code.aiproxy.web.log.RequestFacts;
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
import org.springframework.web.servlet.NoHandlerFoundException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/**
 * Says every fault with the status that callers act on: as a problem detail (RFC 9457), or as
 * OpenAI's error object on the routes that OpenAI's clients call.
 */
@RestControllerAdvice
final class ProblemHandler extends ResponseEntityExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemHandler.class);

    private static final Pattern CONTROL = Pattern.compile("[\\p{C}\\p{Zl}\\p{Zp}]");

    /** What nginx logs for it; it is never seen. */
    private static final int CLIENT_CLOSED_REQUEST = 499;

    @ExceptionHandler
    ResponseEntity<Object> fault(Exception fault, WebRequest request) {
        return problem(fault, request);
    }

    /** Nobody is there to be told. */
    @ExceptionHandler
    ResponseEntity<Object> callerGone(CallerGoneException fault, HttpServletRequest request) {
        RequestFacts.of(request).note("outcome", "hung_up");
        return ResponseEntity.status(CLIENT_CLOSED_REQUEST).build();
    }

    /** Tomcat has answered by then: 408 where the body took too long, 400 where it broke off. */
    @ExceptionHandler({ClientAbortException.class, BadRequestException.class})
    void brokenBody(IOException fault, HttpServletRequest request) {
        RequestFacts.of(request).note("fault", fault.getClass().getSimpleName());
    }

    @Override
    protected ResponseEntity<Object> handleMaxUploadSizeExceededException(
            MaxUploadSizeExceededException fault,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        return problem(fault, request);
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleNoHandlerFoundException(
            NoHandlerFoundException fault,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        String path = ((ServletWebRequest) request).getRequest().getRequestURI();
        ProblemDetail body = ProblemDetail.forStatusAndDetail(status, UnknownRoute.detail(path));
        return handleExceptionInternal(fault, body, headers, status, request);
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
        HttpServletRequest http = ((ServletWebRequest) request).getRequest();
        boolean isForOpenAisClients = OpenAiError.isFor(http.getRequestURI());
        HttpStatusCode told = isForOpenAisClients ? OpenAiError.status(fault, status) : status;
        note(fault, told, detail, http);
        if (!isForOpenAisClients) {
            if (said instanceof ProblemDetail problem) {
                problem.setInstance(Instance.of(http.getRequestURI()));
            }
            return super.handleExceptionInternal(fault, body, headers, told, request);
        }
        OpenAiError error = OpenAiError.of(told, String.valueOf(detail), Fault.of(fault));
        HttpHeaders json = new HttpHeaders(headers);
        json.setContentType(MediaType.APPLICATION_JSON);
        return super.handleExceptionInternal(fault, error, json, told, request);
    }

    /** Only a log at DEBUG has the detail: it can quote what somebody, or a model, has written. */
    private static void note(
            Exception fault,
            HttpStatusCode status,
            @Nullable String detail,
            HttpServletRequest request) {
        RequestFacts facts = RequestFacts.of(request);
        facts.note("fault", fault.getClass().getSimpleName());
        Outcome outcome = outcome(fault, status);
        facts.note("outcome", outcome.name().toLowerCase(Locale.ROOT));
        if (status.isSameCodeAs(HttpStatus.INTERNAL_SERVER_ERROR)) {
            LOG.error("Internal error", fault);
        } else if (fault instanceof ModelException failed) {
            LOG.atLevel(outcome.level()).log("{} ({})", failed.summary(), rootCause(fault));
        }
        LOG.debug("Answered {}: {}", status.value(), inOneLine(String.valueOf(detail)));
    }

    private static Outcome outcome(Exception fault, HttpStatusCode status) {
        return switch (fault) {
            case ModelException failed -> failed.failure().outcome(status.value());
            case UnusableResponseException _ -> Outcome.INVALID_RESPONSE;
            default ->
                    status.isSameCodeAs(HttpStatus.INTERNAL_SERVER_ERROR)
                            ? Outcome.FAILED
                            : Outcome.REJECTED;
        };
    }

    private static String inOneLine(String detail) {
        return CONTROL.matcher(detail).replaceAll("\ufffd");
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
