package org.code.aiproxy.web.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.code.aiproxy.RunningService;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AccessTests extends RunningService {

    @ParameterizedTest
    @CsvSource({
        "/, 200",
        "/test, 200",
        "/actuator/health, 200",
        "/actuator/health/liveness, 200",
        "/actuator/health/readiness, 200",
        "/openapi.json, 200",
        "/docs, 200",
        "/test/429, 401",
        "/actuator/info, 401",
        "/test/assessment, 401",
        "/test/assessment/blank, 401",
        "/assessment, 401",
        "/actuator, 401",
        "/actuator/metrics, 401",
        "/actuator/health/../metrics, 401",
        "/actuator/health/;/../metrics, 401",
        "/nowhere, 401"
    })
    void asksForTheKeyWhereverMoneyCanBeSpent(String path, int status) {
        Answer answer = send(anonymousRequest(path).GET());
        assertThat(answer.status()).isEqualTo(status);
        if (status == 401) {
            assertThat(answer.header("WWW-Authenticate")).isEqualTo("Bearer");
            assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
            assertThat(answer.json().get("instance").stringValue()).isEqualTo(path);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "test-key",
                "next-key",
                "Bearer test-key",
                "bearer next-key",
                "Bearer  test-key"
            })
    void takesEachKeyWithAndWithoutAScheme(String authorization) {
        assertThat(
                        send(anonymousRequest("/test/429")
                                        .header("Authorization", authorization)
                                        .GET())
                                .text())
                .isEqualTo("Too many requests");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "test", "test-key,next-key", "Bearer", "Basic test-key", "TEST-KEY"})
    void takesNothingElse(String authorization) {
        assertThat(
                        send(anonymousRequest("/test/429")
                                        .header("Authorization", authorization)
                                        .GET())
                                .status())
                .isEqualTo(401);
    }

    @ParameterizedTest
    @CsvSource({"/, Success.", "/test, {}", "/test/429, Too many requests"})
    void answersStatusRoutes(String path, String text) {
        assertThat(get(path).text()).isEqualTo(text);
    }
}
