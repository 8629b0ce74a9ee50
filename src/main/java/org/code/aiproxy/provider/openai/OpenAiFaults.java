package org.code.aiproxy.provider.openai;

import com.fasterxml.jackson.core.JacksonException;
import com.openai.core.http.Headers;
import com.openai.errors.OpenAIInvalidDataException;
import com.openai.errors.OpenAIServiceException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.code.aiproxy.model.CallerGoneException;
import org.code.aiproxy.model.Deadline;
import org.code.aiproxy.model.ModelException;
import org.code.aiproxy.network.TlsFault;
import org.code.aiproxy.provider.adaptation.RefusalReader;
import org.code.aiproxy.provider.answer.AnswerLimitException;
import org.code.aiproxy.provider.answer.SilentStreamException;
import org.code.aiproxy.provider.call.RetryAfter;
import org.code.aiproxy.provider.openai.wire.CompletionsFormat;
import org.code.aiproxy.provider.openai.wire.ErrorBody;
import org.jspecify.annotations.Nullable;

/** Tells what an exception of OpenAI's SDK means, in this project's terms. */
final class OpenAiFaults {

    /** The HTTP client rounds time-outs down. */
    private static final Duration ROUNDING = Duration.ofMillis(20);

    private static final int LONGEST_REASON = 500;

    /** Statuses that tell of the account, or that are worth another try. */
    private static final Set<Integer> NOT_CALLERS = Set.of(401, 402, 403, 408, 409, 413, 429);

    /** Keys and what is left of them: OpenAI's answer to a wrong key quotes its ends. */
    private static final Pattern KEY = Pattern.compile("\\b(?:sk|sess)-[\\w*-]+");

    /** What OpenAI, Azure and routers call it. */
    private static final Pattern FILTERED =
            Pattern.compile(
                    "content_filter|content_policy_violation|content management policy"
                            + "|ResponsibleAIPolicyViolation",
                    Pattern.CASE_INSENSITIVE);

    private final String provider;
    private final String noAnswer;

    /** Of chat completions. */
    OpenAiFaults(String provider) {
        this(provider, new CompletionsFormat().answerName());
    }

    /**
     * @param answerName what an answer is called, to follow "a" in a sentence
     */
    OpenAiFaults(String provider, String answerName) {
        this.provider = provider;
        this.noAnswer = "answered, but not with a %s.".formatted(answerName);
    }

    /**
     * What a failed call means.
     *
     * @param fault an exception of the SDK, or what broke while an answer was read
     * @return a {@link ModelException}, or {@link CallerGoneException} after an interrupt
     */
    RuntimeException translate(Exception fault, Deadline deadline) {
        if (fault instanceof OpenAIServiceException answer) {
            ModelException meaning = meaning(answer);
            meaning.initCause(answer);
            return meaning;
        }
        if (Thread.currentThread().isInterrupted()) {
            return new CallerGoneException(fault);
        }
        Optional<AnswerLimitException> limit = AnswerLimitException.in(fault);
        if (limit.isPresent()) {
            return new ModelException.Garbled(provider, limit.get().problem(), fault);
        }
        if (fault instanceof SilentStreamException silent) {
            return ModelException.TimedOut.silent(provider, silent.silence(), fault);
        }
        if (deadline.remaining().compareTo(ROUNDING) < 0) {
            return new ModelException.TimedOut(provider, fault);
        }
        return fault instanceof OpenAIInvalidDataException && !isConnectionFault(fault)
                ? new ModelException.Garbled(provider, noAnswer, fault)
                : TlsFault.of(fault)
                        .map(problem ->
                                new ModelException.Unavailable(
                                        provider + "'s certificate", problem, fault))
                        .orElseGet(() ->
                                new ModelException.Unavailable(
                                        provider,
                                        "could not be reached, or closed the connection.",
                                        fault));
    }

    private ModelException meaning(OpenAIServiceException answer) {
        String words = String.valueOf(answer.getMessage());
        int status = answer.statusCode();
        if (isBadRequest(status) && RefusalReader.isOfTokenLimit(words)) {
            return new ModelException.Refused(provider, status, reason(words), answer.param());
        }
        if (isFiltered(answer, words)) {
            return new ModelException.Filtered(provider, reason(words));
        }
        if (isContextExceeded(answer)) {
            return new ModelException.ContextExceeded(provider);
        }
        return isBadRequest(status)
                ? new ModelException.Refused(provider, status, reason(words), answer.param())
                : translate(status, answer.headers(), words);
    }

    private static boolean isFiltered(OpenAIServiceException answer, String words) {
        return answer.code().filter(FILTERED.asPredicate()).isPresent()
                || (isBadRequest(answer.statusCode()) && FILTERED.matcher(words).find());
    }

    private static boolean isBadRequest(int status) {
        return status == 400 || status == 422;
    }

    /** The SDK finds that an answer can't be read also where the connection broke in its midst. */
    private static boolean isConnectionFault(Throwable fault) {
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            if (cause instanceof IOException && !(cause instanceof JacksonException)) {
                return true;
            }
        }
        return false;
    }

    /** What an answer means that is no completion. */
    ModelException translate(int status, Headers headers, @Nullable String message) {
        if (status == 429) {
            return new ModelException.RateLimited(provider, retryAfter(headers));
        }
        if (status >= 500 || status == 408 || status == 409) {
            return new ModelException.Unavailable(
                    provider, "answered with status %d.".formatted(status), retryAfter(headers));
        }
        if (status == 413) {
            return new ModelException.ContextExceeded(provider);
        }
        if (status < 400) {
            return new ModelException.Garbled(provider, noAnswer);
        }
        return new ModelException.Refused(provider, status, reason(message));
    }

    /** What it means that a server gives up, though it answered with status 200. */
    ModelException reported(ErrorBody error, Headers headers) {
        boolean isFilter = FILTERED.matcher(error.message()).find();
        if (isFilter) {
            return new ModelException.Filtered(provider, reason(error.message()));
        }
        return error.status().isPresent()
                ? translate(error.status().getAsInt(), headers, error.message())
                : new ModelException.Unavailable(
                        provider, "reported a fault.", reason(error.message()));
    }

    /**
     * Whether a status tells of the request, rather than of this service's account or the server.
     */
    static boolean isCallers(int status) {
        return status >= 400 && status < 500 && !NOT_CALLERS.contains(status);
    }

    /** An error object without keys. */
    static byte[] withoutKeys(byte[] json) {
        return KEY.matcher(new String(json, StandardCharsets.UTF_8))
                .replaceAll("[key]")
                .getBytes(StandardCharsets.UTF_8);
    }

    /** OpenAI has a code for it; vLLM, llama.cpp and Ollama only say it. */
    private static boolean isContextExceeded(OpenAIServiceException answer) {
        String words = String.valueOf(answer.getMessage()).toLowerCase(Locale.ROOT);
        return answer.code().filter("context_length_exceeded"::equals).isPresent()
                || words.contains("maximum context length")
                || words.contains("exceeds the available context size");
    }

    private static String reason(@Nullable String message) {
        String reason = KEY.matcher(String.valueOf(message)).replaceAll("[key]");
        return reason.length() > LONGEST_REASON
                ? reason.substring(0, LONGEST_REASON) + "…"
                : reason;
    }

    /** OpenAI says it in milliseconds too, which is nearer to the truth. */
    private static Optional<Duration> retryAfter(Headers headers) {
        Optional<Duration> millis =
                headers.values("retry-after-ms").stream()
                        .findFirst()
                        .filter(value -> value.matches("\\d{1,9}"))
                        .map(value -> Duration.ofMillis(Long.parseLong(value)));
        return millis.or(() ->
                headers.values("Retry-After").stream().findFirst().flatMap(RetryAfter::parse));
    }
}
