package org.code.aiproxy.provider.openai;

import com.openai.core.http.Headers;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What a server says in headers, besides its answer, that is of use to the caller. */
final class PassedHeaders {

    private static final List<String> BEGINNINGS =
            List.of("x-ratelimit-", "openai-", "retry-after");

    /** OpenAI's take 500; the buffer for a response's headers has 4 kB for all of them. */
    private static final int MOST_CHARACTERS = 2000;

    private PassedHeaders() {}

    /** Names and values, each name's first; what is too long to be passed on is left out. */
    static Map<String, String> of(Headers headers) {
        Map<String, String> passed = new LinkedHashMap<>();
        int left = MOST_CHARACTERS;
        for (String name : headers.names()) {
            String value = headers.values(name).stream().findFirst().orElse("");
            int length = name.length() + value.length();
            if (isPassed(name) && length <= left) {
                passed.put(name, value);
                left -= length;
            }
        }
        return passed;
    }

    private static boolean isPassed(String name) {
        String lowerCase = name.toLowerCase(Locale.ROOT);
        return BEGINNINGS.stream().anyMatch(lowerCase::startsWith);
    }
}
