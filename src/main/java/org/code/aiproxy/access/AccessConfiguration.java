package org.code.aiproxy.access;

import io.micrometer.core.instrument.MeterRegistry;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;
import org.code.aiproxy.problem.Refusals;
import org.code.aiproxy.settings.WatchedFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.server.ConfigurableWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
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

    /** Read before the service listens, so that a bad file stops the start. */
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
    FilterRegistrationBean<KeyFilter> keyFilter(
            AccessProperties properties, KeyRing keys, Accounts accounts, Refusals refusals) {
        return onlyWithKey(properties, keys, accounts, refusals);
    }

    static FilterRegistrationBean<KeyFilter> onlyWithKey(
            AccessProperties properties, KeyRing keys, Accounts accounts, Refusals refusals) {
        FilterRegistrationBean<KeyFilter> registration =
                new FilterRegistrationBean<>(new KeyFilter(keys, accounts, refusals));
        registration.setEnabled(properties.needsKey());
        return registration;
    }

    @Bean
    FilterRegistrationBean<BrowserFilter> browserFilter(
            AccessProperties properties, Refusals refusals) {
        return onlyWithoutKey(properties, refusals);
    }

    static FilterRegistrationBean<BrowserFilter> onlyWithoutKey(
            AccessProperties properties, Refusals refusals) {
        FilterRegistrationBean<BrowserFilter> registration =
                new FilterRegistrationBean<>(
                        new BrowserFilter(new HostNames(properties.hosts()), refusals));
        registration.setEnabled(!properties.needsKey());
        return registration;
    }

    /** Without a key anybody who can connect can spend money, so nobody else can connect. */
    @Bean
    WebServerFactoryCustomizer<ConfigurableWebServerFactory> loopbackWithoutKey(
            AccessProperties properties) {
        return server -> {
            if (properties.isForThisMachineOnly()) {
                LOG.warn("No AIPROXY_API_KEY is set: listening on loopback only");
                server.setAddress(InetAddress.getLoopbackAddress());
            } else if (!properties.needsKey()) {
                LOG.warn("No AIPROXY_API_KEY is set, and AIPROXY_ALLOW_ANONYMOUS lets anyone call");
            }
        };
    }
}
