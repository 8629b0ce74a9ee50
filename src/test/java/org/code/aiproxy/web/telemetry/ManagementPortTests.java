package org.code.aiproxy.web.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import org.code.aiproxy.RunningService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.test.context.TestPropertySource;

/** Metrics and health on a port of their own. */
@TestPropertySource(properties = "MANAGEMENT_PORT=0")
class ManagementPortTests extends RunningService {

    @Value("${local.management.port}")
    private int managementPort;

    @ParameterizedTest
    @CsvSource({
        "/actuator/prometheus, , 401",
        "/actuator/prometheus, wrong, 401",
        "/actuator/prometheus, test-key, 200",
        "/actuator/metrics, , 401",
        "/actuator/health, , 200",
        "/actuator/env, test-key, 404",
        "/assessment, test-key, 404"
    })
    void wantsTheKeyForAllButHealth(String path, String key, int status) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create("http://localhost:" + managementPort + path));
        if (key != null) {
            request.header("Authorization", key);
        }

        Answer answer = send(request);
        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
    }

    @Test
    void isTheOnlyPortWithMetrics() {
        assertThat(get("/actuator/prometheus").status()).isEqualTo(404);
        assertThat(get("/").status()).isEqualTo(200);
    }
}
