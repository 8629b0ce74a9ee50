package org.code.aiproxy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PipedReader;
import java.io.PipedWriter;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.code.aiproxy.AiProxyApplication;
import org.code.aiproxy.player.PlayedFault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

@Timeout(60)
class PlayCommandTests {

    private static final Pattern URL = Pattern.compile("OPENAI_BASE_URL=(\\S+)/v1 ");

    private final StringWriter err = new StringWriter();

    @Test
    void playsUntilItIsInterruptedAndSaysHowToUseIt() throws Exception {
        PipedReader pipe = new PipedReader();
        PrintWriter out = new PrintWriter(new PipedWriter(pipe));
        CommandLine line = line(out);
        AtomicInteger status = new AtomicInteger(-1);
        Thread playing =
                Thread.startVirtualThread(
                        () -> status.set(line.execute("play", "--port=0", "--strict", "--cache")));
        BufferedReader printed = new BufferedReader(pipe);

        assertThat(printed.readLine())
                .startsWith("OpenAI and Amazon Bedrock are played at http://");
        String serve = printed.readLine();
        assertThat(serve)
                .contains("OPENAI_API_KEY=", "AWS_REGION=", "AWS_ENDPOINT_URL_BEDROCK_RUNTIME=");
        assertThat(printed.readLine()).contains("--model gpt-play-429");
        Matcher url = URL.matcher(serve);
        assertThat(url.find()).isTrue();
        assertThat(status(url.group(1), "gpt-play-429-wait")).isEqualTo(429);
        assertThat(printed.readLine()).isEqualTo("gpt-play-429-wait: 429-wait");
        assertThat(status(url.group(1), "gpt\\u001b[31m")).isEqualTo(200);
        assertThat(printed.readLine()).isEqualTo("gpt[U+001B][31m: answered");

        playing.interrupt();
        playing.join();
        assertThat(status.get()).isZero();
    }

    private static int status(String url, String model) throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(url + "/v1/chat/completions"))
                        .POST(BodyPublishers.ofString("{\"model\":\"%s\"}".formatted(model)))
                        .build();
        return HttpClient.newHttpClient().send(request, BodyHandlers.discarding()).statusCode();
    }

    @Test
    void listsEveryFaultInItsHelp() {
        StringWriter out = new StringWriter();
        assertThat(line(new PrintWriter(out)).execute("play", "--help")).isZero();
        assertThat(out.toString())
                .contains(
                        Arrays.stream(PlayedFault.values())
                                .map(it -> "%-16s %s".formatted(it.word(), it.description()))
                                .toList());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--fault=nap | `nap` is not a fault that can be played; these are: 400, ",
                "--fault=429:2 | must be a fault's name and a share from 0 to 1, such as 429:0.2, not `429:2`.",
                "--fault=429:much | must be a fault's name and a share from 0 to 1, such as 429:0.2, not `429:much`.",
                "--fault=,:0.2 | `` is not a fault that can be played",
                "--fault=429 --fault=500 | --fault: the shares must add up to at most 1.",
                "--latency=5 | must be a time such as 500ms, or two such as 1s-5s, not `5`.",
                "--latency=5s-1s | must be a time such as 500ms, or two such as 1s-5s, not `5s-1s`.",
                "--latency=-1s | must be a time such as 500ms, or two such as 1s-5s, not `-1s`.",
                "--port=70000 | --port must be a port from 0 to 65535, not `70000`."
            })
    void saysWhatIsWrongWithAnOption(String options, String message) {
        assertThat(
                        line(new PrintWriter(new StringWriter()))
                                .execute(("play " + options).split(" ")))
                .isEqualTo(2);
        assertThat(err.toString()).contains(message);
    }

    @Test
    void saysThatAPortIsTaken() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String port = String.valueOf(taken.getLocalPort());
            assertThat(line(new PrintWriter(new StringWriter())).execute("play", "--port", port))
                    .isEqualTo(2);
            assertThat(err.toString())
                    .isEqualToIgnoringNewLines(
                            "Port %s can't be used: Address already in use. Choose another with --port."
                                    .formatted(port));
        }
    }

    private CommandLine line(PrintWriter out) {
        return AiProxyApplication.commandLine().setOut(out).setErr(new PrintWriter(err, true));
    }
}
