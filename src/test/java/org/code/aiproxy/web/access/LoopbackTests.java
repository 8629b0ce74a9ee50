package org.code.aiproxy.web.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.core.env.Environment;

/** Who can connect to a service without a key. */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "AIPROXY_API_KEY=",
            "AIPROXY_HOSTS=aiproxy.test",
            "MANAGEMENT_PORT=0",
            "spring.config.import="
        })
class LoopbackTests {

    @Autowired private Environment environment;

    /** All of 127.0.0.0/8 is this machine, but only 127.0.0.1 is what loopback means here. */
    @ParameterizedTest
    @ValueSource(strings = {"local.server.port", "local.management.port"})
    void isReachedFromThisMachineOnly(String name) throws IOException {
        int port = environment.getRequiredProperty(name, Integer.class);
        try (Socket socket = connect(1, port)) {
            assertThat(socket.isConnected()).isTrue();
        }
        assertThatThrownBy(() -> connect(2, port).close()).isInstanceOf(IOException.class);
    }

    private static Socket connect(int lastByte, int port) throws IOException {
        return new Socket(InetAddress.getByAddress(new byte[] {127, 0, 0, (byte) lastByte}), port);
    }
}
