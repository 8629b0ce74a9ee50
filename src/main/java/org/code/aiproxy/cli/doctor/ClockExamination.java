package org.code.aiproxy.cli.doctor;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import org.code.aiproxy.console.Diagnosis;
import org.code.aiproxy.console.Examination;

/**
 * The clock beside a server's, as the header Date of its answers gives it: signatures for AWS, and
 * certificates, need it to be right.
 *
 * @param server whom to ask; nothing is sent but an empty request
 * @param clock this machine's
 */
record ClockExamination(URI server, Clock clock) implements Examination {

    /** AWS accepts signatures that are up to 5 minutes off. */
    private static final Duration MOST_OFF = Duration.ofMinutes(2);

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    @Override
    public List<Diagnosis> diagnoses() {
        return List.of(
                theirs().map(this::compared)
                        .orElseGet(() ->
                                Diagnosis.off(
                                        "clock",
                                        "not compared: %s gave no time"
                                                .formatted(server.getHost()))));
    }

    private Diagnosis compared(ZonedDateTime theirs) {
        Duration off = Duration.between(theirs.toInstant(), clock.instant());
        return off.abs().compareTo(MOST_OFF) <= 0
                ? Diagnosis.ok("clock", "within two minutes of %s's".formatted(server.getHost()))
                : Diagnosis.problem(
                        "clock",
                        "%d minutes %s %s's; set it by NTP, or AWS and certificates are refused"
                                .formatted(
                                        off.abs().toMinutes(),
                                        off.isNegative() ? "behind" : "ahead of",
                                        server.getHost()));
    }

    private Optional<ZonedDateTime> theirs() {
        try (HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build()) {
            return http.send(
                            HttpRequest.newBuilder(server).HEAD().timeout(PATIENCE).build(),
                            HttpResponse.BodyHandlers.discarding())
                    .headers()
                    .firstValue("Date")
                    .map(date -> ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME));
        } catch (IOException | DateTimeException e) {
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
