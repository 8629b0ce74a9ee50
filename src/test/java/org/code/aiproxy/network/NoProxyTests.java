package org.code.aiproxy.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.code.aiproxy.configuration.InvalidSettingException;
import org.code.aiproxy.network.ProxyServer.Login;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NoProxyTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "* | https://api.openai.com/v1",
                "example.org | https://example.org",
                "example.org | https://a.b.Example.org",
                ".example.org | https://a.example.org",
                "*.example.org | https://a.example.org",
                "x, example.org:8443 | https://example.org:8443/v1",
                "example.org:443 | https://example.org",
                "localhost 127.0.0.1 | http://localhost:11434",
                "10.0.0.0/8 | http://10.1.2.3:8000",
                "192.168.1.7 | http://192.168.1.7",
                "192.168.1.7:80 | http://192.168.1.7",
                "fd00::/8 | http://[fd12::1]:80",
                "[::1]:8080 | http://[::1]:8080",
                "::1 | http://[::1]:8080",
            })
    void coversWhomItNames(String noProxy, URI target) {
        assertThat(NoProxy.parse(noProxy).covers(target)).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "example.org | https://badexample.org",
                "example.org:8443 | https://example.org",
                "10.0.0.0/8 | http://11.1.2.3",
                "10.0.0.0/8 | http://ten.example.org",
                "10.0.0.0/33 | http://10.0.0.1",
                "fd00::/8 | http://10.0.0.1",
                ", | https://example.org",
            })
    void coversNobodyElse(String noProxy, URI target) {
        assertThat(NoProxy.parse(noProxy).covers(target)).isFalse();
    }

    @Test
    void choosesTheProxyByTheAddress() {
        ProxyServer https = ProxyServer.parse("HTTPS_PROXY", "http://us%40er:p%3Aw+@proxy:3128/");
        ProxyServer http = ProxyServer.parse("HTTP_PROXY", "other");
        Network network =
                new Network(
                        Optional.of(https),
                        Optional.of(http),
                        new NoProxy(List.of("localhost")),
                        Optional.empty());
        assertThat(network.proxyFor(URI.create("https://x"))).contains(https);
        assertThat(network.proxyFor(URI.create("http://x"))).contains(http);
        assertThat(network.proxyFor(URI.create("http://localhost:1"))).isEmpty();
        assertThat(https.login()).contains(new Login("us@er", "p:w+"));
        assertThat(https.port()).isEqualTo(3128);
        assertThat(http.port()).isEqualTo(80);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "socks5://proxy:1",
                "http://pass word@proxy",
                "http:///nowhere",
                "https://proxy"
            })
    void refusesWhatIsNotAnHttpProxyWithoutRepeatingIt(String address) {
        assertThatThrownBy(() -> ProxyServer.parse("HTTPS_PROXY", address))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessageStartingWith("HTTPS_PROXY must be the address of an HTTP proxy")
                .message()
                .doesNotContain(address);
    }
}
