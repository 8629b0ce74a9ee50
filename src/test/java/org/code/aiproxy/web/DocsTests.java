package org.code.aiproxy.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.code.aiproxy.RunningService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DocsTests extends RunningService {

    @ParameterizedTest
    @CsvSource({
        "/docs, text/html, <div id=\"routes\">",
        "/docs/start.js, text/javascript, openapi.json",
        "/docs/swagger-ui.css, text/css, .swagger-ui",
        "/docs/swagger-ui-bundle.js, text/javascript, SwaggerUIBundle",
    })
    void servesThePageAndItsFilesToEveryone(String path, String type, String part) {
        Answer answer = send(anonymousRequest(path));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).startsWith(type);
        assertThat(answer.header("Content-Security-Policy")).contains("script-src 'self';");
        assertThat(answer.text()).contains(part);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/docs/index.html", "/docs/nosuch.js", "/docs/..%2fapplication.yml"})
    void servesNoOtherFile(String path) {
        assertThat(get(path).status()).isIn(400, 404);
    }

    @Test
    void saysVersionAndCommit() {
        Answer info = get("/actuator/info");
        assertThat(info.status()).isEqualTo(200);
        assertThat(info.json().at("/build/version").stringValue()).isNotBlank();
        assertThat(info.json().at("/build/commit").stringValue()).isNotBlank();
    }

    @ParameterizedTest
    @CsvSource({
        "/chat/completions, /v1/chat/completions",
        "/v1/v1/chat/completions, /v1/chat/completions",
        "/api/v1/responses, /v1/responses",
        "/models, /v1/models",
        "/v2/assessments, /v1/assessments",
    })
    void saysWhatTheBaseUrlIsWhereAClientHasAnother(String path, String meant) {
        Answer answer = get(path);
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.json().at("/error/message").stringValue())
                .isEqualTo(
                        "This route is %s. Set the client's base URL to this service's address followed by /v1."
                                .formatted(meant));
    }

    @Test
    void listsTheRoutesWhereNoneIsMeant() {
        assertThat(get("/nowhere").detail())
                .isEqualTo("This route doesn't exist; GET /openapi.json lists the routes.");
    }
}
