package org.code.aiproxy.network;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.WireMockServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.code.aiproxy.AiProxyApplication;
import org.code.aiproxy.AssessmentForm;
import org.code.aiproxy.grading.assessment.LabelService;
import org.code.aiproxy.grading.spec.AssessmentSpecs;
import org.code.aiproxy.grading.spec.DraftReader;
import org.code.aiproxy.grading.spec.RequestFields;
import org.code.aiproxy.model.ModelException;
import org.code.aiproxy.rubrictester.authoring.ProjectSource;
import org.code.aiproxy.rubrictester.dataset.InvalidDataException;
import org.code.aiproxy.rubrictester.dataset.S3Store;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** Every client that calls out, through a real proxy and with a real certificate. */
class OutgoingCallsTests {

    private static final String HOST = "provider.test";
    private static final String CLAUDE = "bedrock.us.anthropic.claude-sonnet-4-5-20250929-v1:0";
    private static final String LOGIN =
            "Basic "
                    + Base64.getEncoder()
                            .encodeToString("me:se:cret".getBytes(StandardCharsets.UTF_8));

    @TempDir private static Path folder;

    private static WireMockServer server;
    private static TestAuthority authority;

    @BeforeAll
    static void startServer() throws IOException, InterruptedException {
        authority = new TestAuthority(folder, HOST);
        server =
                new WireMockServer(
                        options()
                                .dynamicPort()
                                .dynamicHttpsPort()
                                .keystorePath(authority.keyStore().toString())
                                .keystorePassword(TestAuthority.PASSWORD)
                                .keyManagerPassword(TestAuthority.PASSWORD));
        server.start();
        server.stubFor(any(anyUrl()).willReturn(okJson("{\"source\": \"var a;\"}")));
    }

    @AfterAll
    static void stopServer() {
        server.stop();
    }

    @ParameterizedTest
    @ValueSource(strings = {"gpt-4.1-mini", CLAUDE})
    void reachesProvidersThroughATunnelAndTrustsTheAuthority(String model) throws IOException {
        try (ForwardProxy proxy = new ForwardProxy(server.httpsPort(), LOGIN);
                ConfigurableApplicationContext context = start("https", proxy, trusted())) {
            assertThatThrownBy(() -> assess(context, model))
                    .isInstanceOf(ModelException.Garbled.class);
            assertThat(proxy.lines()).contains("CONNECT provider.test:443 HTTP/1.1");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"gpt-4.1-mini", CLAUDE})
    void reachesProvidersWithoutTlsThroughAProxy(String model) throws IOException {
        try (ForwardProxy proxy = new ForwardProxy(server.port(), LOGIN);
                ConfigurableApplicationContext context = start("http", proxy, Map.of())) {
            assertThatThrownBy(() -> assess(context, model))
                    .isInstanceOf(ModelException.Garbled.class);
            assertThat(proxy.lines())
                    .isNotEmpty()
                    .allMatch(it -> it.startsWith("POST http://provider.test"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"gpt-4.1-mini", CLAUDE})
    void saysThatACertificateIsNotTrusted(String model) throws IOException {
        try (ForwardProxy proxy = new ForwardProxy(server.httpsPort(), LOGIN);
                ConfigurableApplicationContext context = start("https", proxy, Map.of())) {
            assertThatThrownBy(() -> assess(context, model))
                    .isInstanceOf(ModelException.Unavailable.class)
                    .hasMessageMatching("(OpenAI|Amazon Bedrock)'s certificate is not trusted: .*")
                    .hasMessageContaining("SSL_CERT_FILE");
        }
    }

    @Test
    void reachesOthersThroughATunnel() throws IOException {
        try (ForwardProxy proxy = new ForwardProxy(server.httpsPort(), LOGIN);
                ConfigurableApplicationContext context = start("https", proxy, trusted())) {
            ProjectSource platform =
                    new ProjectSource("https://" + HOST, context.getBean(Network.class));
            assertThat(platform.fetch("p1")).isEqualTo("var a;");
            assertThatThrownBy(() -> context.getBean(S3Store.class).folders("datasets"))
                    .isInstanceOf(InvalidDataException.class);
            assertThat(proxy.lines()).hasSizeGreaterThanOrEqualTo(2);
        }
    }

    @Test
    void reachesWhomNoProxyNamesDirectly() throws IOException {
        try (ForwardProxy proxy = new ForwardProxy(server.port(), "");
                ConfigurableApplicationContext context =
                        start("http", proxy, Map.of("NO_PROXY", ".test"))) {
            assertThatThrownBy(() -> assess(context, "gpt-4.1-mini"))
                    .hasMessageContaining("OpenAI could not be reached");
            assertThat(proxy.lines()).isEmpty();
        }
    }

    private static Map<String, String> trusted() {
        return Map.of("SSL_CERT_FILE", authority.certificate().toString());
    }

    private static void assess(ConfigurableApplicationContext context, String model) {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        AssessmentForm.fields(model).forEach((name, value) -> fields.put(name, List.of(value)));
        var _ =
                context.getBean(LabelService.class)
                        .assess(
                                context.getBean(AssessmentSpecs.class)
                                        .request(DraftReader.read(RequestFields.ofTexts(fields))));
    }

    private static ConfigurableApplicationContext start(
            String scheme, ForwardProxy proxy, Map<String, String> more) {
        String address = "http://me:se%3Acret@localhost:" + proxy.port();
        String provider = scheme + "://" + HOST;
        Stream<String> settings =
                Stream.of(
                        "HTTPS_PROXY=" + address,
                        "HTTP_PROXY=" + address,
                        "OPENAI_API_KEY=sk-x",
                        "OPENAI_BASE_URL=" + provider + "/v1",
                        "AWS_ENDPOINT_URL_BEDROCK_RUNTIME=" + provider,
                        "AWS_ENDPOINT_URL_S3=" + provider,
                        "AWS_REGION=us-east-1",
                        "AWS_ACCESS_KEY_ID=AKIATEST",
                        "AWS_SECRET_ACCESS_KEY=secret",
                        "AIPROXY_RETRIES=0",
                        "AIPROXY_BUDGET=60s",
                        "spring.config.import=");
        return new SpringApplicationBuilder(AiProxyApplication.class)
                .web(WebApplicationType.NONE)
                .run(
                        Stream.concat(
                                        settings,
                                        more.entrySet().stream()
                                                .map(it -> it.getKey() + "=" + it.getValue()))
                                .map(it -> "--" + it)
                                .toArray(String[]::new));
    }
}
