package org.code.aiproxy.web.chat;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.code.aiproxy.ScriptedService;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** OpenAI's client for Node.js, unmodified. Runs with {@code bin/test.sh --clients}. */
@Tag("clients")
@Timeout(120)
class NodeClientTests extends ScriptedService {

    private static final Path TESTS = Path.of("src", "test", "node");

    @Test
    void getsWhatItExpects() throws Exception {
        OPENAI.plays(PlayedModels.player());
        BEDROCK.plays(PlayedModels.player());
        ProcessBuilder node =
                new ProcessBuilder(List.of("node", "--test"))
                        .directory(TESTS.toFile())
                        .redirectErrorStream(true);
        node.environment().put("AIPROXY_URL", url());
        Process process = node.start();
        String output = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        assertThat(output).contains("pass 18", "fail 0");
    }
}
