package org.code.aiproxy.rubrictester.dataset;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A server that speaks S3, and each of whose pages says that there are more. */
@Timeout(60)
class EndlessListingTests {

    private static final byte[] PAGE =
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <ListBucketResult xmlns="http://s3.amazonaws.com/doc/2006-03-01/">\
            <Name>cdo-ai</Name><IsTruncated>true</IsTruncated>\
            <NextContinuationToken>more</NextContinuationToken></ListBucketResult>
            """
                    .getBytes(StandardCharsets.UTF_8);

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private HttpServer server;
    private S3Store store;

    @BeforeEach
    void startServer() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", EndlessListingTests::answer);
        server.start();
        URI endpoint = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        store =
                new S3Store(
                        () -> S3Server.client(endpoint),
                        S3Location.parse("s3://cdo-ai/teaching_assistant").orElseThrow());
    }

    @AfterEach
    void stopServer() {
        server.stop(0);
        threads.shutdownNow();
    }

    @Test
    void isGivenUp() {
        assertIsGivenUp(() -> store.files("datasets/d"));
        assertIsGivenUp(() -> store.folders("datasets/d"));
    }

    private static void assertIsGivenUp(ThrowingCallable listing) {
        assertThatThrownBy(listing)
                .isInstanceOf(InvalidDataException.class)
                .hasMessage(
                        "s3://cdo-ai/teaching_assistant/ can't be read: its list of files has more than 1,000 pages.");
    }

    private static void answer(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "application/xml");
        exchange.sendResponseHeaders(200, PAGE.length);
        try (OutputStream body = exchange.getResponseBody()) {
            body.write(PAGE);
        }
    }
}
