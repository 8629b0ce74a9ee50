package org.code.aiproxy.rubrictester.authoring;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.code.aiproxy.network.Network;
import org.code.aiproxy.network.TlsFault;
import org.code.aiproxy.rubrictester.dataset.InvalidDataException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Fetches students' programs from the school platform, by {@code /v3/sources/ID/main.json}. */
public final class ProjectSource {

    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final JsonMapper MAPPER = new JsonMapper();

    private final HttpClient http;
    private final String baseUrl;

    /**
     * @param baseUrl the platform's address, such as {@code https://studio.code.org}
     * @param network how it is reached
     */
    public ProjectSource(String baseUrl, Network network) {
        this.http =
                network.httpClient()
                        .connectTimeout(TIMEOUT)
                        .followRedirects(HttpClient.Redirect.NORMAL)
                        .build();
        this.baseUrl = baseUrl.replaceFirst("/+$", "");
    }

    /**
     * A project's program.
     *
     * @throws InvalidDataException when it can't be had
     */
    public String fetch(String project) {
        String url = "%s/v3/sources/%s/main.json".formatted(baseUrl, project);
        try {
            HttpResponse<String> answer =
                    http.send(
                            HttpRequest.newBuilder(URI.create(url)).timeout(TIMEOUT).build(),
                            BodyHandlers.ofString());
            JsonNode source = MAPPER.readTree(answer.body()).path("source");
            if (answer.statusCode() != 200 || !source.isString()) {
                throw new InvalidDataException(
                        "%s answered %d, without a program.".formatted(url, answer.statusCode()));
            }
            return source.stringValue();
        } catch (IOException | IllegalArgumentException | JacksonException e) {
            throw new InvalidDataException(
                    TlsFault.of(e)
                            .map(problem -> "The certificate of %s %s".formatted(url, problem))
                            .orElse(url + " can't be fetched: " + e.getMessage()),
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InvalidDataException("The fetching of programs was interrupted.", e);
        }
    }
}
