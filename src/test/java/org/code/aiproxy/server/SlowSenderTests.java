package org.code.aiproxy.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.code.aiproxy.RunningService;
import org.junit.jupiter.api.Test;

class SlowSenderTests extends RunningService {

    @Test
    void keepNobodyElseWaiting() throws IOException {
        List<Socket> slow = new ArrayList<>();
        try {
            for (int i = 0; i < 50; i++) {
                Socket socket = new Socket("localhost", port());
                slow.add(socket);
                socket.getOutputStream()
                        .write(
                                ("POST /assessment HTTP/1.1\r\nHost: localhost\r\n"
                                                + "Authorization: test-key\r\nContent-Length: 100\r\n"
                                                + "Content-Type: application/x-www-form-urlencoded\r\n\r\n"
                                                + "code=")
                                        .getBytes(StandardCharsets.US_ASCII));
            }
            assertThat(assess(fields("offline.baseline")).status()).isEqualTo(200);
        } finally {
            for (Socket socket : slow) {
                socket.close();
            }
        }
    }
}
