package org.code.aiproxy.web.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.code.aiproxy.web.RawAnswer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.core.env.Environment;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What web pages can make a service without a key do: nothing. HTTP as it goes over the socket. */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "AIPROXY_API_KEY=",
            "AIPROXY_HOSTS=aiproxy.test",
            "MANAGEMENT_PORT=0",
            "spring.config.import="
        })
class BrowserTests {

    private static final String PAYING = "/test/assessment";
    private static final String FREE = "/v1/models";
    private static final String METRICS = "/actuator/metrics";

    private static final String UP_TO_DATE = "User-Agent: Mozilla/5.0\nSec-Fetch-Site: ";

    @Autowired private Environment environment;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost:PORT",
                "LocalHost.:PORT",
                "127.0.0.1:PORT",
                "[::1]:PORT",
                "a.localhost",
                "aiproxy.test:1"
            })
    void answersToThisMachinesNamesAndTheSettings(String host) throws IOException {
        assertThat(ask("GET", PAYING, "Host: " + host).status()).isEqualTo(200);
        assertThat(askManagement(METRICS, "Host: " + host).status()).isEqualTo(200);
    }

    /** A name that DNS points here, now or later. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "evil.example:PORT",
                "EVIL.example.:PORT",
                "localhost.evil.example",
                "127.0.0.1.evil.example:PORT",
                "0.0.0.0:PORT",
                "[fd00::1]:PORT"
            })
    void answersToNoOtherName(String host) throws IOException {
        for (String path : new String[] {PAYING, FREE, METRICS, "/nowhere"}) {
            assertRefused(ask("GET", path, "Host: " + host), path, "AIPROXY_HOSTS");
        }
        assertRefused(askManagement(METRICS, "Host: " + host), METRICS, "AIPROXY_HOSTS");
        assertThat(ask("POST", "/assessment", "Host: " + host).status()).isEqualTo(403);
        // As a page that was rebound would: it is of the same origin, as far as its browser knows.
        assertThat(ask("GET", FREE, "Host: " + host + "\n" + UP_TO_DATE + "same-origin").status())
                .isEqualTo(403);
    }

    @ParameterizedTest
    @CsvSource({
        "GET http://localhost/v1/models HTTP/1.1, Host: localhost, 200",
        "GET http://evil.example/v1/models HTTP/1.1, Host: evil.example, 403",
        "GET http://evil.example/v1/models HTTP/1.1, Host: localhost, 400",
        "GET http://localhost/v1/models HTTP/1.1, Host: evil.example, 400",
        "GET http://evil.example/v1/models HTTP/1.0, X-None: 1, 403",
        "GET http://localhost@evil.example/v1/models HTTP/1.1, Host: localhost, 400",
        "GET /v1/models HTTP/1.1, X-None: 1, 400",
        "GET /v1/models HTTP/1.1, Host:, 403",
        "GET /v1/models HTTP/1.0, X-None: 1, 403",
        "GET /v1/models HTTP/1.1, Host: localhost|Host: evil.example, 400",
        "GET /v1/models HTTP/1.1, Host: evil.example|Host: localhost, 400",
        "GET /v1/models HTTP/1.1, X-Forwarded-Host: localhost|Host: evil.example, 403",
        "GET /v1/models HTTP/1.1, Forwarded: host=localhost|Host: evil.example, 403"
    })
    void readsTheNameThatCounts(String line, String headers, int status) throws IOException {
        String text = line + "\n" + headers.replace('|', '\n');
        assertThat(exchange("local.server.port", text).status()).isEqualTo(status);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Origin: http://evil.example",
                "Origin: null",
                "Origin: http://localhost:1",
                "Origin: http://localhost",
                "Origin: https://localhost:PORT",
                "Origin: http://127.0.0.1:PORT",
                "Origin: http://localhost:PORT.evil.example",
                "Origin: http://localhost:PORT\nOrigin: http://evil.example",
                "Origin: file://",
                "Origin: ",
                "Origin: chrome-extension://abc",
                "Origin: http://localhost:PORT\nSec-Fetch-Site: cross-site",
                "Origin: http://evil.example\nSec-Fetch-Site: same-origin",
                "Sec-Fetch-Site: cross-site",
                "Sec-Fetch-Site: same-site",
                "Sec-Fetch-Site: same-origin\nSec-Fetch-Site: cross-site",
                "Sec-Fetch-Site: something-new",
                "Sec-Fetch-Site: ",
                "Referer: http://evil.example/page",
                "Referer: http://localhost:1/page",
                "Referer: http://localhost:PORT@evil.example/",
                "Referer: not a page",
            })
    void answersNoOtherPages(String headers) throws IOException {
        String all = "Host: localhost:PORT\n" + headers;
        for (String method : new String[] {"GET", "HEAD", "POST", "OPTIONS"}) {
            assertThat(ask(method, "/assessment", all).status()).as(method).isEqualTo(403);
        }
        for (String path : new String[] {PAYING, FREE, METRICS, "/openapi.json", "/test/429"}) {
            assertRefused(ask("GET", path, all), path, "AIPROXY_API_KEY");
        }
        assertRefused(askManagement(METRICS, all), METRICS, "AIPROXY_API_KEY");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Origin: http://localhost:PORT",
                "Origin: http://LOCALHOST:PORT\nSec-Fetch-Site: same-origin",
                "Sec-Fetch-Site: same-origin",
                "Referer: http://localhost:PORT/openapi.json",
                "Referer: http://localhost:PORT\nUser-Agent: Mozilla/5.0"
            })
    void answersPagesOfItsOwn(String headers) throws IOException {
        String all = "Host: localhost:PORT\n" + headers;
        assertThat(ask("GET", PAYING, all).status()).isEqualTo(200);
        assertThat(ask("GET", FREE, all).status()).isEqualTo(200);
    }

    /** Links in mails come like typed addresses, and so do guesses of the address bar. */
    @ParameterizedTest
    @ValueSource(strings = {UP_TO_DATE + "none", "User-Agent: Mozilla/5.0 (old)"})
    void paysForNoAddressesThatBrowsersOpen(String headers) throws IOException {
        String all = "Host: localhost:PORT\n" + headers;
        for (String path :
                new String[] {
                    PAYING,
                    "/test/assessment/cfe",
                    "/test/openai?model=gpt-4.1-mini",
                    "/test/openai;x=1",
                    "/%74est/openai",
                    "/v1/models/../../test/openai",
                    "/actuator/../test/openai",
                    "/actuator/x/%2e%2e/%2e%2e/test/openai",
                    "/openai/models"
                }) {
            assertThat(ask("GET", path, all).status()).as(path).isIn(400, 403);
            assertThat(ask("HEAD", path, all).status()).as(path).isIn(400, 403);
        }
        for (String path : new String[] {FREE, METRICS, "/actuator/metrics/jvm.info", "/test"}) {
            assertThat(ask("GET", path, all).status()).as(path).isNotEqualTo(403);
        }
        assertThat(askManagement(METRICS, all).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/test"})
    void tellsItsHealthByAnyNameAndToAnyPage(String path) throws IOException {
        assertThat(ask("GET", path, "Host: 10.0.0.1\nOrigin: null").status()).isEqualTo(200);
    }

    @Test
    void tellsItsHealthAtTheManagementPort() throws IOException {
        for (String path : new String[] {"/actuator/health", "/actuator/health/readiness"}) {
            assertThat(askManagement(path, "Host: 10.0.0.1").status()).isEqualTo(200);
        }
    }

    private static void assertRefused(RawAnswer answer, String path, String setting) {
        assertThat(answer.status()).isEqualTo(403);
        JsonNode body = new JsonMapper().readTree(answer.body());
        if (path.startsWith("/v1/")) {
            assertThat(answer.contentType()).startsWith("application/json");
            assertThat(body.at("/error/message").stringValue()).contains(setting);
        } else {
            assertThat(answer.contentType()).startsWith("application/problem+json");
            assertThat(body.get("detail").stringValue()).contains(setting);
            assertThat(body.get("status").intValue()).isEqualTo(403);
            assertThat(body.get("instance").stringValue()).isEqualTo(path);
        }
        assertThat(answer.headers()).containsEntry("x-content-type-options", "nosniff");
    }

    private RawAnswer ask(String method, String path, String headers) throws IOException {
        return exchange("local.server.port", "%s %s HTTP/1.1\n%s".formatted(method, path, headers));
    }

    private RawAnswer askManagement(String path, String headers) throws IOException {
        return exchange("local.management.port", "GET %s HTTP/1.1\n%s".formatted(path, headers));
    }

    private RawAnswer exchange(String portName, String head) throws IOException {
        int port = environment.getRequiredProperty(portName, Integer.class);
        String text = head.replace("PORT", String.valueOf(port)) + "\nConnection: close\n\n";
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.getOutputStream()
                    .write(text.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8));
            byte[] answer = socket.getInputStream().readAllBytes();
            return head.startsWith("HEAD")
                    ? RawAnswer.headOf(answer)
                    : RawAnswer.readAll(answer).getFirst();
        }
    }
}
