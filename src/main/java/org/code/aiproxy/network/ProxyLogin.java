package org.code.aiproxy.network;

import java.net.Authenticator;
import java.net.PasswordAuthentication;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tells proxies who we are, and no one else. */
final class ProxyLogin extends Authenticator {

    private final List<Optional<ProxyServer>> proxies;

    ProxyLogin(List<Optional<ProxyServer>> proxies) {
        this.proxies = List.copyOf(proxies);
    }

    @Override
    protected @Nullable PasswordAuthentication getPasswordAuthentication() {
        if (getRequestorType() != RequestorType.PROXY) {
            return null;
        }
        return proxies.stream()
                .flatMap(Optional::stream)
                .filter(it ->
                        it.host().equalsIgnoreCase(getRequestingHost())
                                && it.port() == getRequestingPort())
                .flatMap(it -> it.login().stream())
                .map(it -> new PasswordAuthentication(it.user(), it.password().toCharArray()))
                .findFirst()
                .orElse(null);
    }
}
