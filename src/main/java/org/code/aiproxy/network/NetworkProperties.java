package org.code.aiproxy.network;

import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How others are reached. The variables are those that curl and most other programs know.
 *
 * @param httpsProxy the proxy for addresses with {@code https}, such as {@code
 *     http://user:password@proxy:3128}
 * @param httpProxy the proxy for addresses with {@code http}
 * @param noProxy who is reached without one, separated by commas: hosts with all below them,
 *     addresses, networks such as {@code 10.0.0.0/8}, each also with a port; {@code *} for everyone
 * @param certificates a PEM file with certificates of authorities that are trusted as well
 */
@ConfigurationProperties("aiproxy.network")
record NetworkProperties(
        Optional<String> httpsProxy,
        Optional<String> httpProxy,
        Optional<String> noProxy,
        Optional<String> certificates) {

    NetworkProperties {
        httpsProxy = httpsProxy.map(String::strip).filter(it -> !it.isEmpty());
        httpProxy = httpProxy.map(String::strip).filter(it -> !it.isEmpty());
        noProxy = noProxy.map(String::strip).filter(it -> !it.isEmpty());
        certificates = certificates.map(String::strip).filter(it -> !it.isEmpty());
    }

    /** Leaves proxies out: their passwords are in them. */
    @Override
    public String toString() {
        return "NetworkProperties[noProxy=%s, certificates=%s]".formatted(noProxy, certificates);
    }
}
