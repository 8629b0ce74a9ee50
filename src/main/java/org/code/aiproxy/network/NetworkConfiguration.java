package org.code.aiproxy.network;

import java.nio.file.Path;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(NetworkProperties.class)
class NetworkConfiguration {

    /**
     * Java refuses to tell proxies passwords by default; they are in the operator's own network.
     */
    private static final String REFUSED_SCHEMES = "jdk.http.auth.tunneling.disabledSchemes";

    @Bean
    Network network(NetworkProperties properties) {
        if (System.getProperty(REFUSED_SCHEMES) == null) {
            System.setProperty(REFUSED_SCHEMES, "");
        }
        return new Network(
                properties.httpsProxy().map(it -> ProxyServer.parse("HTTPS_PROXY", it)),
                properties.httpProxy().map(it -> ProxyServer.parse("HTTP_PROXY", it)),
                NoProxy.parse(properties.noProxy().orElse("")),
                properties.certificates().map(Path::of).map(Trust::of));
    }
}
