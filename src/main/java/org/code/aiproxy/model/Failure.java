package org.code.aiproxy.model;

import java.util.Optional;
import java.util.Set;
import org.slf4j.event.Level;

/**
 * What each failure of a model means to callers, operators, retries and lists of models: the one
 * table of it. Its columns are the HTTP status; the status and code on routes for OpenAI's clients
 * (<a href="https://platform.openai.com/docs/guides/error-codes/api-errors">error codes</a>); whose
 * turn it is; the word for {@code error.type} in traces and metrics; and what can help.
 */
public enum Failure {
    UNSUPPORTED(400, 400, "", Outcome.REJECTED, "unsupported"),
    UNKNOWN_MODEL(400, 404, "model_not_found", Outcome.REJECTED, "unsupported"),
    /** Neither the caller nor this service has a key for the provider. */
    KEY_MISSING(400, 400, "", Outcome.REJECTED, "unsupported", Remedy.ANOTHER_MODEL),
    NOT_ALLOWED(403, 403, "model_not_found", Outcome.REJECTED, "not_allowed"),
    OVER_BUDGET(429, 429, "insufficient_quota", Outcome.OVER_LIMIT, "over_budget"),
    CONTEXT_EXCEEDED(413, 400, "context_length_exceeded", Outcome.REJECTED, "context_exceeded"),
    RATE_LIMITED(
            429,
            429,
            "rate_limit_exceeded",
            Outcome.RATE_LIMITED,
            "rate_limited",
            Remedy.ANOTHER_TRY,
            Remedy.ANOTHER_MODEL),
    UNAVAILABLE(
            503,
            503,
            "",
            Outcome.PROVIDER_ERROR,
            "unavailable",
            Remedy.ANOTHER_TRY,
            Remedy.ANOTHER_MODEL,
            Remedy.A_PAUSE),
    /** Something else than was asked for; to ask again is to pay again. */
    GARBLED(503, 503, "", Outcome.PROVIDER_ERROR, "garbled", Remedy.ANOTHER_MODEL, Remedy.A_PAUSE),
    NOT_ASKED(503, 503, "", Outcome.PROVIDER_ERROR, "not_asked", Remedy.ANOTHER_MODEL),
    BROKEN_OFF(503, 503, "", Outcome.PROVIDER_ERROR, "broken_off", Remedy.A_PAUSE),
    TIMED_OUT(504, 504, "", Outcome.TIMED_OUT, "timed_out", Remedy.ANOTHER_MODEL, Remedy.A_PAUSE),
    /** The provider finds the request wrong; OpenAI's clients get the provider's own status. */
    REQUEST_REFUSED(502, 400, "", Outcome.PROVIDER_ERROR, "refused"),
    /** The provider finds this service's key or account wrong. */
    ACCOUNT_REFUSED(502, 502, "", Outcome.PROVIDER_ERROR, "refused"),
    MODEL_REFUSED(502, 404, "model_not_found", Outcome.PROVIDER_ERROR, "refused"),
    /** The provider couldn't even be asked, as without a region. */
    NOT_CONFIGURED(502, 502, "", Outcome.PROVIDER_ERROR, "refused", Remedy.ANOTHER_MODEL),
    FILTERED(502, 502, "", Outcome.PROVIDER_ERROR, "filtered", Remedy.ANOTHER_MODEL);

    /** How a request ended that brought no answer, for operators: whose turn it is. */
    public enum Outcome {
        /** The caller's: the request can't be worked on as it is. */
        REJECTED(Level.INFO),
        /** The caller's: its key may ask for no more now. */
        OVER_LIMIT(Level.INFO),
        /** The provider's: it takes no more for now. */
        RATE_LIMITED(Level.WARN),
        /** The provider's, or that of this service's account with it. */
        PROVIDER_ERROR(Level.WARN),
        /** The provider's: no answer came in time. */
        TIMED_OUT(Level.WARN),
        /** The rubric's and the model's: what the model wrote can't be used. */
        INVALID_RESPONSE(Level.INFO),
        /** Ours. */
        FAILED(Level.ERROR);

        private final Level level;

        Outcome(Level level) {
            this.level = level;
        }

        /** The level at which it is logged. */
        public Level level() {
            return level;
        }
    }

    /** What can help. */
    private enum Remedy {
        ANOTHER_TRY,
        ANOTHER_MODEL,
        /**
         * Many such failures in a row say that the provider is down, and needs to be left alone.
         */
        A_PAUSE
    }

    private final int status;
    private final int openAiStatus;
    private final String openAiCode;
    private final Outcome outcome;
    private final String errorType;
    private final boolean isWorthAnotherTry;
    private final boolean isWorthAnotherModel;
    private final boolean isOutage;

    Failure(
            int status,
            int openAiStatus,
            String openAiCode,
            Outcome outcome,
            String errorType,
            Remedy... remedies) {
        this.status = status;
        this.openAiStatus = openAiStatus;
        this.openAiCode = openAiCode;
        this.outcome = outcome;
        this.errorType = errorType;
        Set<Remedy> helpful = Set.of(remedies);
        this.isWorthAnotherTry = helpful.contains(Remedy.ANOTHER_TRY);
        this.isWorthAnotherModel = helpful.contains(Remedy.ANOTHER_MODEL);
        this.isOutage = helpful.contains(Remedy.A_PAUSE);
    }

    /** The HTTP status of an assessment. */
    public int status() {
        return status;
    }

    /** The HTTP status on routes for OpenAI's clients. */
    public int openAiStatus() {
        return openAiStatus;
    }

    /** OpenAI's code for it, if it has one. */
    public Optional<String> openAiCode() {
        return openAiCode.isEmpty() ? Optional.empty() : Optional.of(openAiCode);
    }

    /**
     * Whose turn it is: the caller's where the provider finds its request wrong, and it is told so.
     *
     * @param told the HTTP status of the answer
     */
    public Outcome outcome(int told) {
        return outcome == Outcome.PROVIDER_ERROR && told < 500 ? Outcome.REJECTED : outcome;
    }

    /** One of few words, as OpenTelemetry wants them. */
    public String errorType() {
        return errorType;
    }

    /** Whether the same call can succeed the next time. */
    public boolean isWorthAnotherTry() {
        return isWorthAnotherTry;
    }

    /** Whether another model may answer while this one can't. */
    public boolean isWorthAnotherModel() {
        return isWorthAnotherModel;
    }

    /** Whether many of it in a row open the provider's circuit breaker. */
    public boolean isOutage() {
        return isOutage;
    }
}
