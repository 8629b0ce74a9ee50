package org.code.aiproxy.provider.openai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.openai.core.http.HttpClient;
import com.openai.core.http.HttpMethod;
import com.openai.core.http.HttpRequest;
import com.openai.errors.OpenAIException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import org.code.aiproxy.model.Deadline;
import org.code.aiproxy.network.Network;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Which protocol is offered to providers over TLS. */
@Timeout(30)
class ProtocolTests {

    private static final String PASSWORD = "changeit";

    @TempDir private Path folder;

    /** By HTTP/2 megabytes of an answer would come in before a slow reader slows it down. */
    @Test
    void isTheOneThatSlowReadersSlowDown() throws Exception {
        CompletableFuture<List<String>> offered = new CompletableFuture<>();
        try (SSLServerSocket server = server(offered);
                HttpClient http =
                        new HttpClients(URI.create("http://localhost"), Network.direct())
                                .forStreams()) {
            HttpRequest request =
                    HttpRequest.builder()
                            .method(HttpMethod.GET)
                            .baseUrl("https://localhost:" + server.getLocalPort())
                            .build();
            Deadline soon = Deadline.in(Duration.ofSeconds(20));
            // No one trusts the server's certificate; what is offered is said before.
            assertThatThrownBy(() -> http.execute(request, TimeLimit.until(soon)))
                    .isInstanceOf(OpenAIException.class);
            assertThat(offered.get()).containsExactly("http/1.1");
        }
    }

    private SSLServerSocket server(CompletableFuture<List<String>> offered) throws Exception {
        SSLServerSocket server =
                (SSLServerSocket)
                        tls().getServerSocketFactory()
                                .createServerSocket(0, 1, InetAddress.getLoopbackAddress());
        Thread.ofVirtual()
                .start(() -> {
                    try (SSLSocket socket = (SSLSocket) server.accept()) {
                        socket.setHandshakeApplicationProtocolSelector((_, protocols) -> {
                            offered.complete(protocols);
                            return protocols.getFirst();
                        });
                        socket.startHandshake();
                    } catch (IOException e) {
                        // The client breaks off.
                    }
                });
        return server;
    }

    private SSLContext tls() throws IOException, InterruptedException, GeneralSecurityException {
        Path file = folder.resolve("keys.p12");
        int made =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "keytool")
                                        .toString(),
                                "-genkeypair",
                                "-alias",
                                "server",
                                "-keyalg",
                                "EC",
                                "-dname",
                                "CN=localhost",
                                "-keystore",
                                file.toString(),
                                "-storepass",
                                PASSWORD)
                        .start()
                        .waitFor();
        assertThat(made).isZero();
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            keys.load(in, PASSWORD.toCharArray());
        }
        KeyManagerFactory managers =
                KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context;
    }
}
