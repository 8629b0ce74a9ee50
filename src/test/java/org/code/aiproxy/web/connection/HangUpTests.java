package org.code.aiproxy.web.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.code.aiproxy.ScriptedService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who has hung up and who has only sent more. */
@Timeout(30)
class HangUpTests extends ScriptedService {

    private static final String PATH = "/v1/chat/completions";
    private static final String QUESTION =
            "{\"model\":\"gpt-4.1-mini\",\"messages\":[{\"role\":\"user\",\"content\":\"Hi\"}]}";
    private static final String ANSWER = "{\"choices\":[]}";

    /** Several looks at the connection. */
    private static final Duration A_WHILE = Duration.ofSeconds(1);

    private static final String NEXT =
            """
            GET /v1/models/gpt-4.1-mini HTTP/1.1
            Host: localhost
            Authorization: Bearer test-key
            Connection: close

            """
                    .replace("\n", "\r\n");

    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch hungUp = new CountDownLatch(1);

    @ParameterizedTest
    @CsvSource({"true", "false"})
    void waitsForItsAnswerWhoSendsTheNextRequestMeanwhile(boolean atOnce) throws Exception {
        OPENAI.plays(call -> {
            asked.countDown();
            Thread.sleep(A_WHILE);
            call.answer(200, "application/json", ANSWER);
        });
        try (Socket caller = call(PATH, QUESTION, atOnce ? NEXT : "")) {
            if (!atOnce) {
                assertThat(asked.await(10, TimeUnit.SECONDS)).isTrue();
                write(caller, NEXT);
            }
            String answers =
                    new String(caller.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(answers.split("(?=HTTP/1.1 )"))
                    .satisfiesExactly(
                            first -> assertThat(first).startsWith("HTTP/1.1 200").contains(ANSWER),
                            second ->
                                    assertThat(second)
                                            .startsWith("HTTP/1.1 200")
                                            .contains("\"id\":\"gpt-4.1-mini\""));
        }
        // The list of models may have been asked for as well.
        assertThat(OPENAI.calls()).filteredOn(call -> call.head().startsWith("POST ")).hasSize(1);
    }

    @Test
    void isNoticedToHangUpAfterSendingMore() throws Exception {
        OPENAI.plays(call -> {
            asked.countDown();
            call.awaitHangUp();
            hungUp.countDown();
        });
        try (Socket caller = call(PATH, QUESTION, "\r\n")) {
            assertThat(asked.await(10, TimeUnit.SECONDS)).isTrue();
            write(caller, "G");
        }
        assertThat(hungUp.await(5, TimeUnit.SECONDS)).isTrue();
    }

    private static void write(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    }
}
