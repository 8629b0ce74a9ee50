package org.code.aiproxy.aws;

import java.net.UnknownHostException;
import java.util.Optional;
import org.code.aiproxy.network.TlsFault;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * What an exception of the AWS SDK says to people. The SDK's own words list its classes.
 *
 * @param fault the exception
 */
public record AwsFault(SdkException fault) {

    /** What is wrong, as a clause without a full stop. */
    public String clause() {
        String words = Optional.ofNullable(fault.getMessage()).orElse("no reason given");
        if (words.contains("load region")) {
            return "no AWS region is set; set AWS_REGION, such as us-east-1, or a region in ~/.aws/config";
        }
        if (words.contains("load credentials")) {
            return "there are no AWS credentials; set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or AWS_PROFILE, or attach a role to the machine";
        }
        Optional<String> host = cause(UnknownHostException.class).map(Throwable::getMessage);
        Optional<String> certificate = TlsFault.of(fault);
        return host.map(it ->
                        "the host %s is unknown; check the region and the endpoint".formatted(it))
                .or(() -> certificate.map(it -> "its certificate " + it.replaceFirst("[.]$", "")))
                .orElseGet(() -> plain(words));
    }

    private <T extends Throwable> Optional<T> cause(Class<T> type) {
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return Optional.of(type.cast(cause));
            }
        }
        return Optional.empty();
    }

    /** Without the addresses of objects, and without the ids that only Amazon can look up. */
    private static String plain(String words) {
        return words.replaceAll("[\\w.$]+@[0-9a-f]{4,}:?", "")
                .replaceFirst("\\s*\\(Service: .*", "")
                .replaceAll("\\s+", " ")
                .replaceFirst("[.\\s]+$", "");
    }
}
