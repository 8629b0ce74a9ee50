package org.code.aiproxy.rubrictester.authoring;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.code.aiproxy.json.ForeignJson;
import org.code.aiproxy.network.Network;
import org.code.aiproxy.network.TlsFault;
import org.code.aiproxy.rubrictester.dataset.InvalidDataException;
import org.code.aiproxy.textfile.Visible;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Fetches students' programs from the school platform, by {@code /v3/sources/ID/main.json}. An
 * answer has a limited size and time, and redirects are followed on the same host only.
 */
public final class ProjectSource {

    /** For one program, from the connection to the answer's last byte. */
    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    private static final int MOST_BYTES = 4 * 1024 * 1024;
    private static final int MOST_REDIRECTS = 5;
    private static final JsonMapper MAPPER = ForeignJson.MAPPER;

    private final HttpClient http;
    private final String baseUrl;
    private final Duration timeout;

    /**
     * @param baseUrl the platform's address, such as {@code https://studio.code.org}
     * @param network how it is reached
     */
    public ProjectSource(String baseUrl, Network network) {
        this(baseUrl, network, TIMEOUT);
    }

    ProjectSource(String baseUrl, Network network, Duration timeout) {
        this.http =
                network.httpClient()
                        .connectTimeout(timeout)
                        .followRedirects(HttpClient.Redirect.NEVER)
                        .build();
        this.baseUrl = baseUrl.replaceFirst("/+$", "");
        this.timeout = timeout;
    }

    /**
     * A project's program.
     *
     * @throws InvalidDataException when it can't be had
     */
    public String fetch(String project) {
        String url = "%s/v3/sources/%s/main.json".formatted(baseUrl, project);
        try {
            HttpResponse<byte[]> answer = answer(URI.create(url));
            // What a proxy refuses comes without a body.
            byte[] body = Optional.ofNullable(answer.body()).orElse(new byte[0]);
            JsonNode source = MAPPER.readTree(body).path("source");
            if (answer.statusCode() != 200 || !source.isString()) {
                throw new InvalidDataException(
                        "%s answered %d, without a program.".formatted(url, answer.statusCode()));
            }
            return source.stringValue();
        } catch (IOException | IllegalArgumentException | JacksonException e) {
            throw new InvalidDataException(
                    TlsFault.of(e)
                            .map(problem -> "The certificate of %s %s".formatted(url, problem))
                            .orElse("%s can't be fetched: %s.".formatted(url, reason(e))),
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InvalidDataException("The fetching of programs was interrupted.", e);
        }
    }

    private static String reason(Exception fault) {
        String words = String.valueOf(fault.getMessage());
        return fault instanceof JacksonException ? "its answer is not JSON" : Visible.line(words);
    }

    /** The answer at the end of all redirects. */
    private HttpResponse<byte[]> answer(URI url) throws IOException, InterruptedException {
        long end = System.nanoTime() + timeout.toNanos();
        URI next = url;
        for (int redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
            HttpResponse<byte[]> answer = answer(next, end - System.nanoTime());
            Optional<String> location = answer.headers().firstValue("Location");
            if (answer.statusCode() / 100 != 3 || location.isEmpty()) {
                return answer;
            }
            next = redirect(next, next.resolve(location.get()));
        }
        throw new IOException("it redirects more than %d times".formatted(MOST_REDIRECTS));
    }

    private HttpResponse<byte[]> answer(URI url, long nanos)
            throws IOException, InterruptedException {
        CompletableFuture<HttpResponse<byte[]>> call =
                http.sendAsync(
                        HttpRequest.newBuilder(url).build(),
                        BodyHandlers.limiting(BodyHandlers.ofByteArray(), MOST_BYTES));
        try {
            return call.get(nanos, TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            throw new IOException(
                    "its answer took longer than %d s".formatted(timeout.toSeconds()), e);
        } catch (ExecutionException e) {
            throw failed(Objects.requireNonNullElse(e.getCause(), e));
        } finally {
            call.cancel(true);
        }
    }

    private static IOException failed(Throwable cause) {
        String words = String.valueOf(cause.getMessage());
        return words.contains("capacity")
                ? new IOException(
                        "its answer is longer than %d MB".formatted(MOST_BYTES >> 20), cause)
                : new IOException(words, cause);
    }

    /** Wherever else it points was not named by the person who asked. */
    private static URI redirect(URI from, URI to) throws IOException {
        boolean isSameHost =
                from.getHost() != null
                        && from.getHost().equalsIgnoreCase(to.getHost())
                        && (from.getPort() == to.getPort() || isUpgrade(from, to));
        if (!isSameHost || !(from.getScheme().equals(to.getScheme()) || isUpgrade(from, to))) {
            throw new IOException(
                    "it redirects to another host, %s; give that address if it is the right one"
                            .formatted(to.getRawAuthority()));
        }
        return to;
    }

    private static boolean isUpgrade(URI from, URI to) {
        return "http".equalsIgnoreCase(from.getScheme())
                && "https".equalsIgnoreCase(to.getScheme())
                && from.getPort() < 0
                && to.getPort() < 0;
    }
}
