package org.code.aiproxy.cli.rehearsal;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * What callers ask for: assessments above all, and chats, with models of both providers.
 *
 * @param service where they ask
 * @param key what they send with it
 */
record Calls(URI service, String key) {

    private static final String OPENAI = "gpt-play";
    private static final String BEDROCK = "bedrock.play";

    private static final List<String> PAGES =
            List.of(
                    "/",
                    "/test",
                    "/v1/models",
                    "/actuator/health",
                    "/actuator/prometheus",
                    "/test/assessment/cfe");

    List<HttpRequest> all() {
        return Stream.of(
                        Stream.of(OPENAI, BEDROCK).flatMap(this::assessments),
                        Stream.of(OPENAI, BEDROCK).flatMap(this::chats),
                        PAGES.stream().map(page -> to(page).GET().build()))
                .flatMap(calls -> calls)
                .toList();
    }

    private Stream<HttpRequest> assessments(String model) {
        return Stream.of("tsv", "json").map(type -> assessment(model, type));
    }

    private HttpRequest assessment(String model, String responseType) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("model", model);
        fields.put("response-type", responseType);
        fields.put("num-responses", "1");
        fields.put("remove-comments", "1");
        fields.put("prompt", sample("system_prompt.txt"));
        fields.put("rubric", sample("standard_rubric.csv"));
        fields.put("code", sample("program.js"));
        return to("/assessment")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form(fields)))
                .build();
    }

    private static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(it ->
                        it.getKey()
                                + "="
                                + URLEncoder.encode(it.getValue(), StandardCharsets.UTF_8))
                .collect(joining("&"));
    }

    private Stream<HttpRequest> chats(String model) {
        return Stream.of(chat(model, false), chat(model, true));
    }

    private HttpRequest chat(String model, boolean isStream) {
        String body =
                """
                {"model": "%s", "stream": %s, "messages": [{"role": "user", "content": "Hello!"}]}
                """
                        .formatted(model, isStream);
        return to("/v1/chat/completions")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build();
    }

    private HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(service.resolve(path)).header("Authorization", key);
    }

    /** A file of the lesson that ships in the jar. */
    private static String sample(String name) {
        try (InputStream file = Calls.class.getResourceAsStream("/samples/lesson/" + name)) {
            return new String(
                    Objects.requireNonNull(file, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
