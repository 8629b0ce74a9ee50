package org.code.aiproxy.web.chat;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.Socket;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.code.aiproxy.ScriptedProvider;
import org.code.aiproxy.ScriptedService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Callers that hang up while a model works for them. */
@Timeout(30)
class HungUpCallersTests extends ScriptedService {

    private static final String PATH = "/v1/chat/completions";

    private static final String REQUEST =
            """
            {"model": "gpt-4.1-mini", "messages": [{"role": "user", "content": "Hi"}]}\
            """;

    private static final String STREAMED =
            REQUEST.replace("{\"model\"", "{\"stream\": true, \"model\"");

    @ParameterizedTest
    @ValueSource(strings = {PATH, "/v1/assessments", "/test/assessment?model=gpt-4.1-mini"})
    void stopTheProvidersCall(String path) throws Exception {
        String rubric =
                "Key Concept,Extensive Evidence,Convincing Evidence,Limited Evidence,No Evidence";
        String json =
                !path.equals("/v1/assessments")
                        ? REQUEST
                        : """
                        {"model": "gpt-4.1-mini", "code": "a", "prompt": "b", \
                        "rubric": "%s\\nSprites,a,b,c,d"}\
                        """
                                .formatted(rubric);
        assertThatHangingUpEndsTheCall(OPENAI, path, json);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void stopBedrocksCall(boolean isStreamed) throws Exception {
        String json =
                """
                {"model": "bedrock.amazon.nova-lite-v1:0", "stream": %s, \
                "messages": [{"role": "user", "content": "Hi"}]}\
                """
                        .formatted(isStreamed);
        assertThatHangingUpEndsTheCall(BEDROCK, PATH, json);
    }

    @Test
    void stopStreamsBeforeTheFirstEvent() throws Exception {
        assertThatHangingUpEndsTheCall(OPENAI, PATH, STREAMED);
    }

    @Test
    void stopStreamsBetweenEvents() throws Exception {
        CountDownLatch hungUp = new CountDownLatch(1);
        OPENAI.plays(call -> {
            call.stream("text/event-stream");
            call.chunk("data: {\"first\": 1}\n\n");
            call.awaitHangUp();
            hungUp.countDown();
        });
        try (Socket caller = call(PATH, STREAMED)) {
            assertThat(caller.getInputStream().read()).isEqualTo('H');
        }
        assertThat(hungUp.await(2, TimeUnit.SECONDS)).isTrue();
    }

    /** Hangs up once the provider is asked, which must see it and not be asked again. */
    private void assertThatHangingUpEndsTheCall(ScriptedProvider provider, String path, String json)
            throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch hungUp = new CountDownLatch(1);
        provider.plays(call -> {
            asked.countDown();
            call.awaitHangUp();
            hungUp.countDown();
        });
        try (Socket caller = call(path, json)) {
            assertThat(asked.await(10, TimeUnit.SECONDS)).isTrue();
            assertThat(caller.isConnected()).isTrue();
        }
        assertThat(hungUp.await(2, TimeUnit.SECONDS)).isTrue();
        assertThat(provider.calls()).hasSize(1);
    }
}
