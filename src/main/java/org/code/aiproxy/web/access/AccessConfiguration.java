package org.code.aiproxy.web.access;

import io.micrometer.core.instrument.MeterRegistry;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;
import org.code.aiproxy.configuration.WatchedFile;
import org.code.aiproxy.web.problem.Refusals;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.server.ConfigurableWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AccessProperties.class)
class AccessConfiguration {

    private static final Logger LOG = LoggerFactory.getLogger(AccessConfiguration.class);

    @Bean
    Accounts accounts(MeterRegistry meters, Clock clock) {
        return new Accounts(meters, clock);
    }

    @Bean
    HostNames hostNames(AccessProperties properties) {
        return new HostNames(properties.hosts());
    }

    @Bean
    KeyRing keyRing(AccessProperties properties, Clock clock) {
        Supplier<List<ApiKey>> named =
                properties
                        .keysFile()
                        .<Supplier<List<ApiKey>>>map(file ->
                                new WatchedFile<>("keys", Path.of(file), KeyFile::read, clock))
                        .orElse(List::of);
        return new KeyRing(properties.keys(), named);
    }

    @Bean
    KeyFilter keyFilter(
            AccessProperties properties, KeyRing keys, Accounts accounts, Refusals refusals) {
        return new KeyFilter(properties, keys, accounts, refusals);
    }

    @Bean
    BrowserFilter browserFilter(AccessProperties properties, HostNames hosts, Refusals refusals) {
        return new BrowserFilter(properties, hosts, refusals);
    }

    /**
     * Without a key everyone who can connect can spend money, so only this machine can. Keys and
     * hosts are here only so that invalid ones stop the start before there is a server.
     */
    @Bean
    WebServerFactoryCustomizer<ConfigurableWebServerFactory> loopbackWithoutKey(
            AccessProperties properties, KeyRing keys, HostNames hosts) {
        return server -> {
            if (properties.isForThisMachineOnly()) {
                LOG.warn("No AIPROXY_API_KEY is set: listening on loopback only");
                server.setAddress(InetAddress.getLoopbackAddress());
            } else if (!properties.needsKey()) {
                LOG.warn("No AIPROXY_API_KEY is set, and AIPROXY_ALLOW_ANONYMOUS allows everyone");
            }
        };
    }
}
