package org.code.aiproxy.model.openai;

import com.openai.core.http.Headers;
import com.openai.errors.OpenAIException;
import com.openai.errors.OpenAIInvalidDataException;
import com.openai.errors.OpenAIServiceException;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.code.aiproxy.model.Deadline;
import org.code.aiproxy.model.ModelException;
import org.code.aiproxy.model.RetryAfter;

/** Tells what an exception of OpenAI's SDK means, in this project's terms. */
final class OpenAiFaults {

    private static final int LONGEST_REASON = 500;

    /** Keys and what is left of them: OpenAI's answer to a wrong key quotes its ends. */
    private static final Pattern KEY = Pattern.compile("\\b(?:sk|sess)-[\\w*-]+");

    private final String provider;

    OpenAiFaults(String provider) {
        this.provider = provider;
    }

    ModelException translate(OpenAIException fault, Deadline deadline) {
        if (fault instanceof OpenAIServiceException answer) {
            return translate(answer);
        }
        if (deadline.isOver()) {
            return new ModelException.TimedOut(provider, fault);
        }
        String problem =
                fault instanceof OpenAIInvalidDataException
                        ? "answered something that is not a chat completion."
                        : "could not be reached, or broke the connection.";
        return new ModelException.Unavailable(provider, problem, fault);
    }

    private ModelException translate(OpenAIServiceException answer) {
        int status = answer.statusCode();
        if (status == 429) {
            return new ModelException.RateLimited(provider, retryAfter(answer.headers()), answer);
        }
        if (status >= 500 || status == 408) {
            return new ModelException.Unavailable(
                    provider, "answered with status %d.".formatted(status), answer);
        }
        if (status == 413 || isContextExceeded(answer)) {
            return new ModelException.ContextExceeded(provider, answer);
        }
        if (status < 400) {
            return new ModelException.Unavailable(
                    provider, "answered something that is not a chat completion.", answer);
        }
        return new ModelException.Refused(provider, status, reason(answer), answer);
    }

    /** OpenAI has a code for it; vLLM, llama.cpp and Ollama only say it. */
    private static boolean isContextExceeded(OpenAIServiceException answer) {
        String words = String.valueOf(answer.getMessage()).toLowerCase(Locale.ROOT);
        return answer.code().filter("context_length_exceeded"::equals).isPresent()
                || words.contains("maximum context length")
                || words.contains("exceeds the available context size");
    }

    private static String reason(OpenAIServiceException answer) {
        String reason = KEY.matcher(String.valueOf(answer.getMessage())).replaceAll("[key]");
        return reason.length() > LONGEST_REASON
                ? reason.substring(0, LONGEST_REASON) + "…"
                : reason;
    }

    private static Optional<Duration> retryAfter(Headers headers) {
        return headers.values("Retry-After").stream().findFirst().flatMap(RetryAfter::parse);
    }
}
