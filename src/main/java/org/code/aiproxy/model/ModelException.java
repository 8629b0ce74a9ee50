package org.code.aiproxy.model;

import java.time.Duration;
import java.util.Optional;

/** Why a model gave no answer. The message is fit for the caller: no key, no program. */
public abstract sealed class ModelException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private ModelException(String message) {
        super(message);
    }

    private ModelException(String message, Throwable cause) {
        super(message, cause);
    }

    /** Whether the same call can go well the next time. */
    public boolean isWorthAnotherTry() {
        return this instanceof RateLimited
                || (this instanceof Unavailable && !(this instanceof Garbled));
    }

    /**
     * Whether another model can answer while this one can't: also where a content filter withheld
     * the answer, or this one's provider could not even be asked, as without a region.
     */
    public boolean isWorthAnotherModel() {
        return this instanceof RateLimited
                || this instanceof Unavailable
                || this instanceof TimedOut
                || (this instanceof Refused refused && refused.status() == 0)
                || this instanceof NotAsked;
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
    public static sealed class Unsupported extends ModelException permits UnknownModel {
        private static final long serialVersionUID = 1L;
        private final String field;

        /**
         * @param field the request's field at fault
         * @param problem what is wrong with it, to follow the field's name in a sentence
         */
        public Unsupported(String field, String problem) {
            super(problem);
            this.field = field;
        }

        public String field() {
            return field;
        }

        @Override
        public String summary() {
            return "A field can't be honoured.";
        }
    }

    /** No provider has a model of this name. */
    public static final class UnknownModel extends Unsupported {
        private static final long serialVersionUID = 1L;

        /**
         * @param problem what is wrong with the name, to follow the field's name in a sentence
         */
        public UnknownModel(String problem) {
            super("model", problem);
        }
    }

    /** The request's key may not be used to ask the model. */
    public static final class NotAllowed extends ModelException {
        private static final long serialVersionUID = 1L;

        /**
         * @param problem a sentence that names the model and the key
         */
        public NotAllowed(String problem) {
            super(problem);
        }

        @Override
        public String summary() {
            return "A key may not be used to ask a model.";
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
            super(problem);
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
            super(provider + " limits the rate of requests.");
            this.retryAfter = retryAfter;
        }

        public RateLimited(String provider, Optional<Duration> retryAfter, Throwable cause) {
            super(provider + " limits the rate of requests.", cause);
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
            super("%s %s %s".formatted(provider, problem, words));
            this.summary = provider + " " + problem;
            this.retryAfter = Optional.empty();
        }

        /** As above, with the time that the provider asks to wait. */
        public Unavailable(String provider, String problem, Optional<Duration> retryAfter) {
            super(provider + " " + problem);
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
            super(provider, problem);
        }

        /** As above, with what tells more. */
        public Garbled(String provider, String problem, Throwable cause) {
            super(provider, problem, cause);
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
            super(problem, cause);
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
            super(String.valueOf(cause.getMessage()), cause);
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
            super(provider + " did not answer within the time budget.");
        }

        /** Of a stream that goes on without its answer, though there is time left. */
        public static TimedOut silent(String provider, Duration silence, Throwable cause) {
            return new TimedOut(
                    cause,
                    "%s sent nothing of its answer for %d s."
                            .formatted(provider, silence.toSeconds()));
        }

        private TimedOut(Throwable cause, String message) {
            super(message, cause);
        }

        public TimedOut(String provider, Throwable cause) {
            super(provider + " did not answer within the time budget.", cause);
        }
    }

    /** Prompt, rubric, examples and program are together more than the model can read. */
    public static final class ContextExceeded extends ModelException {
        private static final long serialVersionUID = 1L;

        private static final String PROBLEM =
                " says that the request is longer than the model's context. Send fewer examples"
                        + " or a shorter program, or use another model.";

        public ContextExceeded(String provider) {
            super(provider + PROBLEM);
        }

        public ContextExceeded(String provider, Throwable cause) {
            super(provider + PROBLEM, cause);
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
            super("%s refused the request (%d): %s".formatted(provider, status, reason));
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
            super("%s can't be asked: %s".formatted(provider, reason), cause);
            this.provider = provider;
            this.status = 0;
            this.reason = reason;
            this.parameter = Optional.empty();
        }

        /** A request that was taken, and whose answer is withheld. */
        private Refused(String message, String provider, String reason) {
            super(message);
            this.provider = provider;
            this.status = 0;
            this.reason = reason;
            this.parameter = Optional.empty();
        }

        @Override
        public String summary() {
            return provider
                    + (status == 0
                            ? " can't be asked."
                            : " refused the request (%d).".formatted(status));
        }

        /** Whether it is the request that the provider finds wrong, not who sends it. */
        public boolean isOfRequest() {
            return status == 400 || status == 404 || status == 422;
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
            super(provider, status, reason, cause);
        }
    }
}
