package org.code.aiproxy.grading.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Gatherers;
import java.util.stream.IntStream;
import org.code.aiproxy.AiProxyApplication;
import org.code.aiproxy.OpenAiAnswers;
import org.code.aiproxy.grading.spec.AssessmentSpecs;
import org.code.aiproxy.grading.spec.DraftReader;
import org.code.aiproxy.grading.spec.LessonText;
import org.code.aiproxy.grading.spec.RequestFields;
import org.code.aiproxy.grading.spec.SpecDraft;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.json.JsonMapper;

/** A provider that spoils three answers of ten, in ways that repair or a second question mends. */
class SpoiledAnswersTests {

    private static final Logger LOG = LoggerFactory.getLogger(SpoiledAnswersTests.class);

    private static final int ASSESSMENTS = 2_000;
    private static final double SPOILED = 0.3;
    private static final int AT_ONCE = 16;

    private static final String HEADER = "Key Concept\tObservations\tEvidence\tLabel\tReason\n";
    private static final String SPRITES = "Sprites\to\tLine 1: Sprite\tLimited Evidence\tr\n";
    private static final String VARIABLES = "Variables\to\tLine 1: Variable\tNo Evidence\tr\n";
    private static final String WHOLE = HEADER + SPRITES + VARIABLES;

    /** What is certain, and what has to be asked for again. */
    private static final List<String> SPOILED_ANSWERS =
            List.of(
                    WHOLE.replace("Sprites\t", "1. sprites\t"),
                    WHOLE.replace("Limited Evidence", "limited."),
                    WHOLE.replace("No Evidence", "")
                            .replace("\tr\n", "\tr Decision: No Evidence\n"),
                    HEADER + SPRITES,
                    WHOLE.replace("No Evidence", "Hardly any"),
                    HEADER + SPRITES + "Variables\to\tLine",
                    "I am sorry, but I can't do that.",
                    "");

    private final AtomicInteger calls = new AtomicInteger();
    private final AtomicInteger spoiled = new AtomicInteger();
    private final Random random = new Random(5);

    @Test
    void succeedsAllTheSame() throws IOException {
        HttpServer provider =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 100);
        provider.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        provider.createContext("/", this::answer);
        provider.start();
        try (ConfigurableApplicationContext context = start(provider.getAddress().getPort())) {
            LabelService labels = context.getBean(LabelService.class);
            AssessmentSpecs specs = context.getBean(AssessmentSpecs.class);
            long succeeded =
                    IntStream.range(0, ASSESSMENTS)
                            .boxed()
                            .gather(Gatherers.mapConcurrent(AT_ONCE, _ -> succeeds(labels, specs)))
                            .filter(Boolean::booleanValue)
                            .count();
            LOG.info(
                    "{} of {} assessments succeeded; {} of {} answers were spoiled",
                    succeeded,
                    ASSESSMENTS,
                    spoiled,
                    calls);
            assertThat(succeeded).isGreaterThanOrEqualTo((long) (ASSESSMENTS * 0.999));
            assertThat((double) spoiled.get() / ASSESSMENTS).isBetween(0.25, 0.35);
        } finally {
            provider.stop(0);
        }
    }

    private static boolean succeeds(LabelService labels, AssessmentSpecs specs) {
        try {
            return labels.assess(specs.of(SPEC).forProgram("var a;")).data().size() == 2;
        } catch (UnusableResponseException e) {
            return false;
        }
    }

    private static final SpecDraft SPEC =
            DraftReader.read(
                    RequestFields.ofTexts(Map.of("model", List.of("gpt-4.1-mini"))),
                    new LessonText("Grade.", "Key Concept\nSprites\nVariables\n", List.of()));

    /** Spoils first answers only: a second one is asked for because of a spoiled one. */
    private void answer(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        boolean isSecond = body.contains("Your answer can't be used");
        calls.incrementAndGet();
        String text = isSecond ? second(body) : first();
        byte[] answer =
                new JsonMapper()
                        .writeValueAsBytes(
                                Map.of("choices", List.of(OpenAiAnswers.choice(text, "stop"))));
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, answer.length);
        exchange.getResponseBody().write(answer);
        exchange.close();
    }

    private synchronized String first() {
        if (random.nextDouble() >= SPOILED) {
            return WHOLE;
        }
        return SPOILED_ANSWERS.get(spoiled.getAndIncrement() % SPOILED_ANSWERS.size());
    }

    private static String second(String body) {
        return body.contains("no others: Variables.") ? HEADER + VARIABLES : WHOLE;
    }

    private static ConfigurableApplicationContext start(int port) {
        return new SpringApplicationBuilder(AiProxyApplication.class)
                .web(WebApplicationType.NONE)
                .properties("spring.config.import=")
                .run(
                        "--aiproxy.openai.api-key=sk-x",
                        "--aiproxy.openai.base-url=http://localhost:" + port + "/v1",
                        "--logging.level.org.code.aiproxy.grading.assessment.Interview=ERROR",
                        "--logging.level.org.code.aiproxy.grading.assessment.LabelService=ERROR");
    }
}
