package org.code.aiproxy.model;

import java.time.Duration;
import java.util.Optional;

/** Why a model gave no answer. The message is fit for the caller: no key, no program. */
public abstract sealed class ModelException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Failure failure;

    private ModelException(Failure failure, String message) {
        super(message);
        this.failure = failure;
    }

    private ModelException(Failure failure, String message, Throwable cause) {
        super(message, cause);
        this.failure = failure;
    }

    /** What it means. */
    public Failure failure() {
        return failure;
    }

    /** The HTTP status on routes for OpenAI's clients. */
    public int openAiStatus() {
        return failure.openAiStatus();
    }

    /** What happened, for a log: without words that are a provider's or a caller's. */
    public String summary() {
        return String.valueOf(getMessage());
    }

    /** How long to wait before asking again, where that is known. */
    public Optional<Duration> retryAfter() {
        return Optional.empty();
    }

    /** The request asks for something that the model or the configuration can't do. */
    public static sealed class Unsupported extends ModelException permits UnknownModel, KeyMissing {
        private static final long serialVersionUID = 1L;
        private final String field;

        /**
         * @param field the request's field at fault
         * @param problem what is wrong with it, to follow the field's name in a sentence
         */
        public Unsupported(String field, String problem) {
            this(Failure.UNSUPPORTED, field, problem);
        }

        private Unsupported(Failure failure, String field, String problem) {
            super(failure, problem);
            this.field = field;
        }

        public String field() {
            return field;
        }

        @Override
        public String summary() {
            return "A field isn't supported.";
        }
    }

    /** No provider has a model of this name. */
    public static final class UnknownModel extends Unsupported {
        private static final long serialVersionUID = 1L;

        /**
         * @param problem what is wrong with the name, to follow the field's name in a sentence
         */
        public UnknownModel(String problem) {
            super(Failure.UNKNOWN_MODEL, "model", problem);
        }
    }

    /** Neither the caller nor the configuration has a key for the model's provider. */
    public static final class KeyMissing extends Unsupported {
        private static final long serialVersionUID = 1L;

        /**
         * @param problem what is missing, to follow the field's name in a sentence
         */
        public KeyMissing(String problem) {
            super(Failure.KEY_MISSING, "model", problem);
        }
    }

    /** The request's key may not be used to ask the model. */
    public static final class NotAllowed extends ModelException {
        private static final long serialVersionUID = 1L;

        /**
         * @param problem a sentence that names the model and the key
         */
        public NotAllowed(String problem) {
            super(Failure.NOT_ALLOWED, problem);
        }

        @Override
        public String summary() {
            return "The key may not use this model.";
        }
    }

    /** The request's key has spent what it may spend for now. */
    public static final class OverBudget extends ModelException {
        private static final long serialVersionUID = 1L;
        private final Duration wait;

        /**
         * @param problem a sentence that names the key and the time when it may spend again
         * @param wait how long that is
         */
        public OverBudget(String problem, Duration wait) {
            super(Failure.OVER_BUDGET, problem);
            this.wait = wait;
        }

        @Override
        public Optional<Duration> retryAfter() {
            return Optional.of(wait);
        }
    }

    /** The provider takes no more requests for now. */
    public static final class RateLimited extends ModelException {
        private static final long serialVersionUID = 1L;
        private final transient Optional<Duration> retryAfter;

        public RateLimited(String provider, Optional<Duration> retryAfter) {
            super(Failure.RATE_LIMITED, provider + " limits the rate of requests.");
            this.retryAfter = retryAfter;
        }

        public RateLimited(String provider, Optional<Duration> retryAfter, Throwable cause) {
            super(Failure.RATE_LIMITED, provider + " limits the rate of requests.", cause);
            this.retryAfter = retryAfter;
        }

        @Override
        public Optional<Duration> retryAfter() {
            return retryAfter;
        }
    }

    /** The provider can't be reached, failed, or answered something that is no answer. */
    public static sealed class Unavailable extends ModelException permits Garbled {
        private static final long serialVersionUID = 1L;
        private final String summary;
        private final transient Optional<Duration> retryAfter;

        /**
         * @param problem what is wrong, to follow the provider's name in a sentence
         */
        public Unavailable(String provider, String problem) {
            this(provider, problem, Optional.empty());
        }

        /** As above, with what tells more. */
        public Unavailable(String provider, String problem, Throwable cause) {
            this(provider, problem);
            initCause(cause);
        }

        /** As above, with the provider's own words, without secrets. */
        public Unavailable(String provider, String problem, String words) {
            super(Failure.UNAVAILABLE, "%s %s %s".formatted(provider, problem, words));
            this.summary = provider + " " + problem;
            this.retryAfter = Optional.empty();
        }

        /** As above, with the time that the provider asks to wait. */
        public Unavailable(String provider, String problem, Optional<Duration> retryAfter) {
            this(Failure.UNAVAILABLE, provider, problem, retryAfter);
        }

        private Unavailable(
                Failure failure, String provider, String problem, Optional<Duration> retryAfter) {
            super(failure, provider + " " + problem);
            this.summary = provider + " " + problem;
            this.retryAfter = retryAfter;
        }

        @Override
        public String summary() {
            return summary;
        }

        @Override
        public Optional<Duration> retryAfter() {
            return retryAfter;
        }
    }

    /** The provider answered something else than was asked for; to ask again is to pay again. */
    public static final class Garbled extends Unavailable {
        private static final long serialVersionUID = 1L;

        /**
         * @param problem what is wrong with the answer, to follow the provider's name in a sentence
         */
        public Garbled(String provider, String problem) {
            super(Failure.GARBLED, provider, problem, Optional.empty());
        }

        /** As above, with what tells more. */
        public Garbled(String provider, String problem, Throwable cause) {
            this(provider, problem);
            initCause(cause);
        }
    }

    /** The provider isn't even asked: it keeps failing, or has enough to do. */
    public static final class NotAsked extends ModelException {
        private static final long serialVersionUID = 1L;
        private final Duration wait;

        /**
         * @param problem a sentence that names the provider
         * @param wait when to ask again
         */
        public NotAsked(String problem, Duration wait, Throwable cause) {
            super(Failure.NOT_ASKED, problem, cause);
            this.wait = wait;
        }

        @Override
        public Optional<Duration> retryAfter() {
            return Optional.of(wait);
        }
    }

    /** A part of the answer was passed on already when the rest failed to come. */
    public static final class BrokenOff extends ModelException {
        private static final long serialVersionUID = 1L;
        private final String summary;

        public BrokenOff(ModelException cause) {
            super(Failure.BROKEN_OFF, String.valueOf(cause.getMessage()), cause);
            this.summary = cause.summary();
        }

        @Override
        public String summary() {
            return summary;
        }
    }

    /** The time budget was spent before the provider answered. */
    public static final class TimedOut extends ModelException {
        private static final long serialVersionUID = 1L;

        public TimedOut(String provider) {
            super(Failure.TIMED_OUT, provider + " did not answer within the time budget.");
        }

        /** Of a stream that goes on without its answer, though there is time left. */
        public static TimedOut silent(String provider, Duration silence, Throwable cause) {
            return new TimedOut(
                    cause,
                    "%s sent no part of its answer for %d s."
                            .formatted(provider, silence.toSeconds()));
        }

        private TimedOut(Throwable cause, String message) {
            super(Failure.TIMED_OUT, message, cause);
        }

        public TimedOut(String provider, Throwable cause) {
            super(Failure.TIMED_OUT, provider + " did not answer within the time budget.", cause);
        }
    }

    /** Prompt, rubric, examples and program are together more than the model can read. */
    public static final class ContextExceeded extends ModelException {
        private static final long serialVersionUID = 1L;

        private static final String PROBLEM =
                " says that the request is longer than the model's context. Send fewer examples"
                        + " or a shorter program, or use another model.";

        public ContextExceeded(String provider) {
            super(Failure.CONTEXT_EXCEEDED, provider + PROBLEM);
        }

        public ContextExceeded(String provider, Throwable cause) {
            super(Failure.CONTEXT_EXCEEDED, provider + PROBLEM, cause);
        }
    }

    /** The provider refused the request: a fault of this service's configuration or request. */
    public static sealed class Refused extends ModelException permits ModelRefused, Filtered {
        private static final long serialVersionUID = 1L;

        private final String provider;
        private final int status;
        private final String reason;
        private final transient Optional<String> parameter;

        /**
         * @param status the HTTP status that the provider answered
         * @param reason the provider's own words, without secrets
         */
        public Refused(String provider, int status, String reason) {
            this(provider, status, reason, Optional.empty());
        }

        /**
         * As above, with the field of the request that the provider finds wrong.
         *
         * @param parameter as the provider names it, if it names one
         */
        public Refused(String provider, int status, String reason, Optional<String> parameter) {
            this(failureOf(status), provider, status, reason, parameter);
        }

        private Refused(
                Failure failure,
                String provider,
                int status,
                String reason,
                Optional<String> parameter) {
            super(failure, "%s refused the request (%d): %s".formatted(provider, status, reason));
            this.provider = provider;
            this.status = status;
            this.reason = reason;
            this.parameter = parameter;
        }

        /** As above, with what tells more. */
        public Refused(String provider, int status, String reason, Throwable cause) {
            this(provider, status, reason);
            initCause(cause);
        }

        /**
         * A request that could not even be sent.
         *
         * @param reason what the configuration lacks, without secrets
         */
        public Refused(String provider, String reason, Throwable cause) {
            super(
                    Failure.NOT_CONFIGURED,
                    "%s isn't available: %s".formatted(provider, reason),
                    cause);
            this.provider = provider;
            this.status = 0;
            this.reason = reason;
            this.parameter = Optional.empty();
        }

        /** A request that was taken, and whose answer is withheld. */
        private Refused(String message, String provider, String reason) {
            super(Failure.FILTERED, message);
            this.provider = provider;
            this.status = 0;
            this.reason = reason;
            this.parameter = Optional.empty();
        }

        @Override
        public String summary() {
            return provider
                    + (status == 0
                            ? " isn't available."
                            : " refused the request (%d).".formatted(status));
        }

        private static Failure failureOf(int status) {
            return status == 400 || status == 404 || status == 422
                    ? Failure.REQUEST_REFUSED
                    : Failure.ACCOUNT_REFUSED;
        }

        @Override
        public int openAiStatus() {
            return failure() == Failure.REQUEST_REFUSED ? status : super.openAiStatus();
        }

        /** Whether a field of the request can be at fault, so that another form may be taken. */
        public boolean isOfParameters() {
            return status == 400
                    || status == 422
                    // Bedrock answers so where a model has no cache.
                    || (status == 403 && reason.contains("prompt caching"));
        }

        /** The HTTP status that the provider answered; 0 where it wasn't even asked. */
        public int status() {
            return status;
        }

        /** The provider's own words, without secrets. */
        public String reason() {
            return reason;
        }

        /** The field of the request that the provider finds wrong, if it names one. */
        public Optional<String> parameter() {
            return parameter;
        }
    }

    /** A content filter withheld the answer, or the model refused to give one. */
    public static final class Filtered extends Refused {
        private static final long serialVersionUID = 1L;

        private final String summary;

        /**
         * @param reason the provider's own words, without secrets
         */
        public Filtered(String provider, String reason) {
            super(
                    "%s's content filter withheld the answer: %s".formatted(provider, reason),
                    provider,
                    reason);
            this.summary = provider + "'s content filter withheld the answer.";
        }

        @Override
        public String summary() {
            return summary;
        }
    }

    /** The provider has no such model, or not for this service's account. */
    public static final class ModelRefused extends Refused {
        private static final long serialVersionUID = 1L;

        /**
         * @param status the HTTP status that the provider answered
         * @param reason the provider's own words, without secrets
         */
        public ModelRefused(String provider, int status, String reason, Throwable cause) {
            super(Failure.MODEL_REFUSED, provider, status, reason, Optional.empty());
            initCause(cause);
        }
    }
}
