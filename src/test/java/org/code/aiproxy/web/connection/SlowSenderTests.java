package org.code.aiproxy.web.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.code.aiproxy.RunningService;
import org.junit.jupiter.api.Test;

class SlowSenderTests extends RunningService {

    private static final String BEGINNING =
            """
            POST /assessment HTTP/1.1
            Host: localhost
            Authorization: test-key
            Content-Length: 100
            Content-Type: application/x-www-form-urlencoded

            code=\
            """
                    .replace("\n", "\r\n");

    @Test
    void keepNobodyElseWaiting() throws IOException {
        List<Socket> slow = new ArrayList<>();
        try {
            for (int i = 0; i < 50; i++) {
                Socket socket = new Socket("localhost", port());
                slow.add(socket);
                socket.getOutputStream().write(BEGINNING.getBytes(StandardCharsets.US_ASCII));
            }
            assertThat(assess(fields("offline.baseline")).status()).isEqualTo(200);
        } finally {
            for (Socket socket : slow) {
                socket.close();
            }
        }
    }
}
