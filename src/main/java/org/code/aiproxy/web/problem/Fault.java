package org.code.aiproxy.web.problem;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.code.aiproxy.grading.assessment.InvalidFieldException;
import org.code.aiproxy.grading.assessment.OverlongFieldException;
import org.code.aiproxy.grading.assessment.UnusableResponseException;
import org.code.aiproxy.model.ModelException;
import org.code.aiproxy.web.body.UnknownEncodingException;
import org.code.aiproxy.web.connection.StalledException;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;

/**
 * What an exception means to whoever asked.
 *
 * @param status the status that callers act on
 * @param detail what is wrong and what to do, fit for callers
 * @param field the request's field at fault, if it is one
 * @param code OpenAI's code for it, if there is one
 * @param retryAfter when to try again, if that is known
 */
record Fault(
        HttpStatusCode status,
        String detail,
        Optional<String> field,
        Optional<String> code,
        Optional<Duration> retryAfter) {

    /** What an IOException tells: providers' broken connections are model exceptions. */
    static final String BROKEN_BODY =
            "The body ended too early, took too long, or is not encoded as the headers say.";

    private static final Optional<Duration> TRY_AGAIN = Optional.of(Duration.ofSeconds(2));

    private static final String STALLED =
            "The service stalled, and couldn't read the body in time. Try again.";

    private static final String NO_SUCH_MODEL = "model_not_found";

    static Fault of(Exception fault) {
        return switch (fault) {
            case OverlongFieldException e -> inField(e.field(), e).as(HttpStatus.CONTENT_TOO_LARGE);
            case InvalidFieldException e -> inField(e.field(), e);
            case UnusableResponseException e -> unusable(e);
            case ModelException e -> of(e);
            case InvalidParameterException e -> inForm(e);
            case MaxUploadSizeExceededException _ -> tooLarge();
            case MultipartException _ ->
                    new Fault(HttpStatus.BAD_REQUEST, "The multipart body can't be decoded.");
            case StalledException _ ->
                    new Fault(HttpStatus.SERVICE_UNAVAILABLE, STALLED).after(TRY_AGAIN);
            case IOException _ -> new Fault(HttpStatus.BAD_REQUEST, BROKEN_BODY);
            case UnknownEncodingException e ->
                    new Fault(HttpStatus.UNSUPPORTED_MEDIA_TYPE, String.valueOf(e.getMessage()));
            case InvalidMediaTypeException _ ->
                    new Fault(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "Content-Type is no media type.");
            default ->
                    new Fault(
                            HttpStatus.INTERNAL_SERVER_ERROR,
                            "This is a fault of aiproxy's own; its log says more.");
        };
    }

    private static Fault of(ModelException fault) {
        return meaning(fault).after(fault.retryAfter());
    }

    private static Fault meaning(ModelException fault) {
        String detail = String.valueOf(fault.getMessage());
        return switch (fault) {
            case ModelException.UnknownModel e -> inField(e.field(), e).withCode(NO_SUCH_MODEL);
            case ModelException.Unsupported e -> inField(e.field(), e);
            case ModelException.NotAllowed _ ->
                    new Fault(HttpStatus.FORBIDDEN, detail).withCode(NO_SUCH_MODEL);
            case ModelException.OverBudget _ ->
                    new Fault(HttpStatus.TOO_MANY_REQUESTS, detail).withCode("insufficient_quota");
            case ModelException.RateLimited _ ->
                    new Fault(HttpStatus.TOO_MANY_REQUESTS, detail).withCode("rate_limit_exceeded");
            case ModelException.Unavailable _,
                    ModelException.NotAsked _,
                    ModelException.BrokenOff _ ->
                    new Fault(HttpStatus.SERVICE_UNAVAILABLE, detail);
            case ModelException.TimedOut _ -> new Fault(HttpStatus.GATEWAY_TIMEOUT, detail);
            case ModelException.ContextExceeded _ ->
                    new Fault(HttpStatus.CONTENT_TOO_LARGE, detail)
                            .withCode("context_length_exceeded");
            case ModelException.ModelRefused _ ->
                    new Fault(HttpStatus.BAD_GATEWAY, detail).withCode(NO_SUCH_MODEL);
            case ModelException.Refused _ -> new Fault(HttpStatus.BAD_GATEWAY, detail);
        };
    }

    Fault(HttpStatusCode status, String detail) {
        this(status, detail, Optional.empty(), Optional.empty(), Optional.empty());
    }

    private static Fault inField(String field, Exception fault) {
        return new Fault(
                HttpStatus.BAD_REQUEST,
                "`%s` %s".formatted(field, fault.getMessage()),
                Optional.of(field),
                Optional.empty(),
                Optional.empty());
    }

    private static Fault unusable(UnusableResponseException fault) {
        return new Fault(
                HttpStatus.BAD_REQUEST, "InvalidResponseError: %s.".formatted(fault.getMessage()));
    }

    /** What Tomcat finds wrong with a form, its size above all. */
    private static Fault inForm(InvalidParameterException fault) {
        HttpStatusCode status = HttpStatusCode.valueOf(fault.getErrorCode());
        return status.isSameCodeAs(HttpStatus.CONTENT_TOO_LARGE)
                ? tooLarge()
                : new Fault(status, "The form's fields can't be decoded.");
    }

    private static Fault tooLarge() {
        return new Fault(
                HttpStatus.CONTENT_TOO_LARGE, "The request's body is over this service's limit.");
    }

    private Fault withCode(String openAiCode) {
        return new Fault(status, detail, field, Optional.of(openAiCode), retryAfter);
    }

    private Fault as(HttpStatus other) {
        return new Fault(other, detail, field, code, retryAfter);
    }

    private Fault after(Optional<Duration> wait) {
        return new Fault(status, detail, field, code, wait);
    }
}
