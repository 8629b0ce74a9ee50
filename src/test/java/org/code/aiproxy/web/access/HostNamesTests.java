package org.code.aiproxy.web.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.code.aiproxy.configuration.InvalidSettingException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostNamesTests {

    private final HostNames hosts = new HostNames(List.of("", " Aiproxy.Test ", "[FD00::1]"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost",
                "localhost:8080",
                "LOCALHOST:8080",
                "localhost.",
                "localhost.:8080",
                "app.localhost:8080",
                "127.0.0.1",
                "127.0.0.1:8080",
                "127.255.0.9:1",
                "[::1]",
                "[::1]:8080",
                "[0:0:0:0:0:0:0:1]:8080",
                "[::ffff:127.0.0.1]:8080",
                "aiproxy.test",
                "AIPROXY.test.:80",
                "[fd00::1]:8080"
            })
    void includesThisMachineAndTheSetting(String host) {
        assertThat(hosts.include(host)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ".",
                "evil.example",
                "evil.example:8080",
                "localhost.evil.example",
                "evillocalhost",
                "127.0.0.1.evil.example",
                "127.evil.example",
                "0.0.0.0:8080",
                "[::]:8080",
                "10.0.0.1",
                "169.254.169.254",
                "[fd00::2]",
                "x.aiproxy.test",
                "localhost..",
                "localhost,evil.example",
                "localhost@evil.example",
                "evil.example#localhost",
                "localhost:80:80",
                "localhost:80a",
                "l\u00f6calhost",
                "\u212Aocalhost"
            })
    void includesNothingElse(String host) {
        assertThat(hosts.include(host)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://aiproxy", "aiproxy:8080", "aiproxy/", "*", "a b", "fd00::1"})
    void refusesWhatIsNotAName(String name) {
        assertThatThrownBy(() -> new HostNames(List.of("aiproxy", name)))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessageStartingWith("AIPROXY_HOSTS must be host names or addresses");
    }
}
