package org.code.aiproxy;

import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;

import com.github.tomakehurst.wiremock.WireMockServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.core.env.Environment;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The whole service on a free port, with a server that plays OpenAI, Bedrock and a compatible
 * server over real sockets. One context serves all subclasses.
 */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "aiproxy.access.keys=test-key,next-key",
            "aiproxy.model.budget=5s",
            "aiproxy.resilience.first-wait=1ms",
            "aiproxy.resilience.breaker-calls=100000",
            "aiproxy.openai.api-key=sk-service",
            "aiproxy.openai.default-model=gpt-4.1-mini",
            "aiproxy.aws.region=us-east-1",
            "aiproxy.aws.access-key-id=AKIATEST",
            "aiproxy.aws.secret-access-key=aws-secret",
            "AIPROXY_MAX_BODY_SIZE=200KB",
            "spring.config.import="
        })
public abstract class RunningService {

    protected static final WireMockServer PROVIDER = new WireMockServer(options().dynamicPort());

    protected static final String RUBRIC = AssessmentForm.RUBRIC;

    private static final JsonMapper MAPPER = new JsonMapper();

    @Autowired private Environment environment;

    private final HttpClient http = HttpClient.newHttpClient();

    @DynamicPropertySource
    static void providers(DynamicPropertyRegistry properties) {
        PROVIDER.start();
        properties.add("aiproxy.openai.base-url", () -> PROVIDER.baseUrl() + "/v1");
        properties.add("aiproxy.openai.servers[0].name", () -> "ollama");
        properties.add("aiproxy.openai.servers[0].prefix", () -> "ollama/");
        properties.add(
                "aiproxy.openai.servers[0].base-url", () -> PROVIDER.baseUrl() + "/ollama/v1");
        properties.add("aiproxy.bedrock.endpoint", PROVIDER::baseUrl);
    }

    @BeforeEach
    void forget() {
        PROVIDER.resetAll();
    }

    /** An answer of the service. */
    public record Answer(HttpResponse<String> http) {

        public int status() {
            return http.statusCode();
        }

        public String text() {
            return http.body();
        }

        public JsonNode json() {
            return MAPPER.readTree(http.body());
        }

        public String detail() {
            return json().get("detail").stringValue();
        }

        public String header(String name) {
            return http.headers().firstValue(name).orElse("");
        }
    }

    /** The fields of a request that is complete, for the model named. */
    protected static Map<String, String> fields(String model) {
        return AssessmentForm.fields(model);
    }

    /** Posts a form as the school platform's backend does. */
    protected Answer assess(Map<String, String> fields) {
        return send(
                request("/assessment")
                        .header("Content-Type", AssessmentForm.CONTENT_TYPE)
                        .POST(BodyPublishers.ofString(form(fields))));
    }

    protected static String form(Map<String, String> fields) {
        return AssessmentForm.encoded(fields);
    }

    protected Answer get(String path) {
        return send(request(path).GET());
    }

    /** A request with the service's key. */
    protected HttpRequest.Builder request(String path) {
        return anonymousRequest(path).header("Authorization", "test-key");
    }

    protected HttpRequest.Builder anonymousRequest(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port() + path));
    }

    protected int port() {
        return environment.getRequiredProperty("local.server.port", Integer.class);
    }

    protected Answer send(HttpRequest.Builder request) {
        try {
            return new Answer(http.send(request.build(), BodyHandlers.ofString()));
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** A response in TSV with a row for each of two key concepts. */
    protected static String table(String first, String firstLabel, String second, String label) {
        return "Key Concept\tObservations\tEvidence\tLabel\tReason\n"
                + "%s\tseen\tLines 1, 2, 3: Everything\t%s Evidence\tbecause\n"
                        .formatted(first, firstLabel)
                + "%s\tseen\tLine 1: Counts `var n=1`\t%s Evidence\tbecause\n"
                        .formatted(second, label);
    }

    /** Each key concept of an answer with its label. */
    protected static List<String> labels(Answer answer) {
        return AssessmentForm.labels(answer.json());
    }
}
