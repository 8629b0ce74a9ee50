package org.code.aiproxy.rubrictester.dataset;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where in S3 datasets, experiments and releases lie.
 *
 * @param bucket the bucket's name
 * @param prefix what all keys begin with; empty, or ends with a slash
 */
record S3Location(String bucket, String prefix) {

    private static final Pattern URI = Pattern.compile("s3://([a-z0-9.-]{3,63})(?:/(.*))?");

    /** Reads an address such as {@code s3://cdo-ai/teaching_assistant}, if it is one. */
    static Optional<S3Location> parse(String uri) {
        Matcher matcher = URI.matcher(uri.strip());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String prefix = Optional.ofNullable(matcher.group(2)).orElse("").replaceFirst("/+$", "");
        return Optional.of(new S3Location(matcher.group(1), prefix.isEmpty() ? "" : prefix + "/"));
    }

    /** The beginning of all keys below a folder, such as {@code datasets/NAME/}. */
    String below(String folder) {
        return prefix + folder + "/";
    }

    @Override
    public String toString() {
        return "s3://" + bucket + "/" + prefix;
    }
}
