package org.code.aiproxy.provider.bedrock.converse;

import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import org.code.aiproxy.aws.AwsFault;
import org.code.aiproxy.model.ModelException;
import org.code.aiproxy.network.TlsFault;
import org.code.aiproxy.provider.adaptation.RefusalReader;
import org.code.aiproxy.provider.answer.AnswerLimitException;
import org.code.aiproxy.provider.call.RetryAfter;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.bedrockruntime.model.ModelStreamErrorException;
import software.amazon.awssdk.thirdparty.jackson.core.JsonProcessingException;

/** Tells what an exception of the AWS SDK means, in this project's terms. */
public final class BedrockFaults {

    /** What errors call it; callers look for this name to tell whose fault one was. */
    public static final String PROVIDER = "Amazon Bedrock";

    private static final String CONNECTION = "could not be reached, or closed the connection.";

    /** Time-out, conflict, and Bedrock's own for a model that failed. */
    private static final Set<Integer> WORTH_ANOTHER_TRY = Set.of(408, 409, 424);

    private BedrockFaults() {}

    public static ModelException translate(SdkException fault) {
        return AnswerLimitException.in(fault)
                .<ModelException>map(
                        limit -> new ModelException.Garbled(PROVIDER, limit.problem(), fault))
                .orElseGet(() -> meaning(fault));
    }

    private static ModelException meaning(SdkException fault) {
        return switch (fault) {
            case ModelStreamErrorException e ->
                    new ModelException.Unavailable(PROVIDER, "ended its answer early.", reason(e));
            case AwsServiceException answer -> translate(answer);
            case ApiCallTimeoutException e -> new ModelException.TimedOut(PROVIDER, e);
            case ApiCallAttemptTimeoutException e -> new ModelException.TimedOut(PROVIDER, e);
            // Interruptions of ours end a call before it can tell; the SDK's own are time-outs.
            case AbortedException e -> new ModelException.TimedOut(PROVIDER, e);
            case SdkException e when has(e, JsonProcessingException.class) ->
                    new ModelException.Garbled(PROVIDER, "answered, but not with a completion.", e);
            case SdkException e when has(e, IOException.class) -> unreachable(e);
            // Netty's, where no connection came about in time.
            case SdkException e when has(e, TimeoutException.class) -> unreachable(e);
            // The SDK reports JSON that isn't an object, such as null, as a fault of its own.
            case SdkException e when isUnreadable(e) ->
                    new ModelException.Garbled(PROVIDER, "answered, but not with a completion.", e);
            // What is left is found before a request is sent: no region, no credentials.
            default -> new ModelException.Refused(PROVIDER, message(fault), fault);
        };
    }

    private static boolean isUnreadable(SdkException fault) {
        return String.valueOf(fault.getMessage()).startsWith("Unable to unmarshall response");
    }

    /** A stream's fault that isn't the SDK's own. */
    public static ModelException unreadable(Throwable fault) {
        return has(fault, IOException.class)
                ? unreachable(fault)
                : new ModelException.Garbled(PROVIDER, "sent a stream that can't be read.", fault);
    }

    private static ModelException unreachable(Throwable fault) {
        return TlsFault.of(fault)
                .map(problem ->
                        new ModelException.Unavailable(PROVIDER + "'s certificate", problem, fault))
                .orElseGet(() -> new ModelException.Unavailable(PROVIDER, CONNECTION, fault));
    }

    private static ModelException translate(AwsServiceException answer) {
        int status = answer.statusCode();
        if (status == 429 || answer.isThrottlingException()) {
            return new ModelException.RateLimited(PROVIDER, retryAfter(answer), answer);
        }
        if (status >= 500 || WORTH_ANOTHER_TRY.contains(status) || status < 400) {
            return new ModelException.Unavailable(
                    PROVIDER, "answered with status %d.".formatted(status), retryAfter(answer));
        }
        if (status == 413 || (isContextExceeded(answer) && !isOfTokenLimit(answer))) {
            return new ModelException.ContextExceeded(PROVIDER, answer);
        }
        if (status == 404 || isOfModel(answer)) {
            return new ModelException.ModelRefused(PROVIDER, status, reason(answer), answer);
        }
        return new ModelException.Refused(PROVIDER, status, reason(answer), answer);
    }

    /** Bedrock has no code for it, and every vendor words it differently. */
    private static boolean isContextExceeded(AwsServiceException answer) {
        String words = reason(answer).toLowerCase(Locale.ROOT);
        return words.contains("too long")
                || words.contains("too many input tokens")
                || words.contains("maximum context length")
                || words.contains("context window")
                || words.contains("context limit")
                || words.contains("exceeds the maximum number of tokens");
    }

    private static boolean isOfTokenLimit(AwsServiceException answer) {
        return RefusalReader.isOfTokenLimit(reason(answer));
    }

    /** An id that Bedrock knows to be none is refused like any field; others aren't found. */
    private static boolean isOfModel(AwsServiceException answer) {
        return reason(answer).toLowerCase(Locale.ROOT).contains("model identifier is invalid");
    }

    private static boolean has(Throwable fault, Class<? extends Throwable> type) {
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return true;
            }
        }
        return false;
    }

    private static Optional<Duration> retryAfter(AwsServiceException answer) {
        return Optional.ofNullable(answer.awsErrorDetails())
                .flatMap(details -> Optional.ofNullable(details.sdkHttpResponse()))
                .flatMap(response -> response.firstMatchingHeader("Retry-After"))
                .flatMap(RetryAfter::parse);
    }

    private static String reason(AwsServiceException answer) {
        return Optional.ofNullable(answer.awsErrorDetails())
                .map(AwsErrorDetails::errorMessage)
                .orElse("no reason given");
    }

    private static String message(SdkException fault) {
        return new AwsFault(fault).clause() + ".";
    }
}
