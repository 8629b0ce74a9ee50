package org.code.aiproxy.web.problem;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.code.aiproxy.grading.assessment.UnusableResponseException;
import org.code.aiproxy.grading.spec.InvalidFieldException;
import org.code.aiproxy.grading.spec.OverlongFieldException;
import org.code.aiproxy.model.Failure;
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
                    new Fault(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "Content-Type is invalid.");
            default ->
                    new Fault(
                            HttpStatus.INTERNAL_SERVER_ERROR,
                            "Internal error; aiproxy's log has the details.");
        };
    }

    private static Fault of(ModelException fault) {
        Failure failure = fault.failure();
        Optional<String> field =
                fault instanceof ModelException.Unsupported unsupported
                        ? Optional.of(unsupported.field())
                        : Optional.empty();
        String message = String.valueOf(fault.getMessage());
        return new Fault(
                HttpStatus.valueOf(failure.status()),
                field.map(name -> "`%s` %s".formatted(name, message)).orElse(message),
                field,
                failure.openAiCode(),
                fault.retryAfter());
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
                HttpStatus.CONTENT_TOO_LARGE, "The request body exceeds this service's limit.");
    }

    private Fault as(HttpStatus other) {
        return new Fault(other, detail, field, code, retryAfter);
    }

    private Fault after(Optional<Duration> wait) {
        return new Fault(status, detail, field, code, wait);
    }
}
