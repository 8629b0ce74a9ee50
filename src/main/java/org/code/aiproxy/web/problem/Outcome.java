package org.code.aiproxy.web.problem;

import org.code.aiproxy.grading.assessment.UnusableResponseException;
import org.code.aiproxy.model.ModelException;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;

/** How a request ended that brought no answer, for operators: whose turn it is to do something. */
enum Outcome {
    /** The caller's: the request can't be worked on as it is. */
    REJECTED,
    /** The caller's: its key may ask for no more now. */
    OVER_LIMIT,
    /** Nobody's: the provider takes no more for now. */
    RATE_LIMITED,
    /** The provider's, or that of this service's account with it. */
    PROVIDER_ERROR,
    /** The provider's: no answer came in time. */
    TIMED_OUT,
    /** The rubric's and the model's: what the model said can't be used. */
    INVALID_RESPONSE,
    /** Ours. */
    FAILED;

    static Outcome of(Exception fault, HttpStatusCode status) {
        if (fault instanceof ModelException model) {
            return of(model, status);
        }
        if (fault instanceof UnusableResponseException) {
            return INVALID_RESPONSE;
        }
        return status.isSameCodeAs(HttpStatus.INTERNAL_SERVER_ERROR) ? FAILED : REJECTED;
    }

    private static Outcome of(ModelException fault, HttpStatusCode status) {
        return switch (fault) {
            case ModelException.Unsupported _, ModelException.ContextExceeded _ -> REJECTED;
            case ModelException.NotAllowed _ -> REJECTED;
            case ModelException.OverBudget _ -> OVER_LIMIT;
            case ModelException.RateLimited _ -> RATE_LIMITED;
            case ModelException.TimedOut _ -> TIMED_OUT;
            case ModelException.Refused _ when status.is4xxClientError() -> REJECTED;
            case ModelException.Refused _,
                    ModelException.Unavailable _,
                    ModelException.NotAsked _,
                    ModelException.BrokenOff _ ->
                    PROVIDER_ERROR;
        };
    }
}
