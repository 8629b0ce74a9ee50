package org.code.aiproxy.configuration;

import java.util.OptionalInt;
import java.util.stream.IntStream;

/** A key that will be sent in an HTTP header. */
public final class HeaderValue {

    private HeaderValue() {}

    /**
     * A key, if a header can carry it. The message never has the key itself.
     *
     * @param setting its name, as operators write it
     * @throws InvalidSettingException when it can't
     */
    public static String require(String setting, String key) {
        OptionalInt bad =
                IntStream.range(0, key.length())
                        .filter(i -> key.charAt(i) < ' ' || key.charAt(i) > '~')
                        .findFirst();
        if (bad.isPresent()) {
            throw new InvalidSettingException(
                    setting,
                    "can't be sent in an HTTP header: its character %d of %d is U+%04X. Copy the key again."
                            .formatted(
                                    bad.getAsInt() + 1,
                                    key.length(),
                                    (int) key.charAt(bad.getAsInt())));
        }
        return key;
    }
}
