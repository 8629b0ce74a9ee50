package org.code.aiproxy.network;

import java.io.IOException;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.util.List;
import java.util.Optional;

/** How others are reached; every client that calls out is made with this. */
public final class Network {

    private final Optional<ProxyServer> https;
    private final Optional<ProxyServer> http;
    private final NoProxy direct;
    private final Optional<Trust> trust;

    Network(
            Optional<ProxyServer> https,
            Optional<ProxyServer> http,
            NoProxy direct,
            Optional<Trust> trust) {
        this.https = https;
        this.http = http;
        this.direct = direct;
        this.trust = trust;
    }

    /** Reaches everyone directly, and trusts whom Java trusts. */
    public static Network direct() {
        return new Network(
                Optional.empty(), Optional.empty(), new NoProxy(List.of()), Optional.empty());
    }

    /** The proxy for an address, if there is one. */
    public Optional<ProxyServer> proxyFor(URI target) {
        if (direct.covers(target)) {
            return Optional.empty();
        }
        return "https".equalsIgnoreCase(target.getScheme()) ? https : http;
    }

    /** Whether any proxy is configured; else Java's own properties may name one. */
    public boolean hasProxies() {
        return https.isPresent() || http.isPresent();
    }

    /** Authorities that are trusted beside Java's own, if any are configured. */
    public Optional<Trust> trust() {
        return trust;
    }

    /** The same choice of proxies for Java's own classes. */
    public ProxySelector proxySelector() {
        return new Selector();
    }

    /** A client of Java's own with these proxies and authorities. */
    public HttpClient.Builder httpClient() {
        HttpClient.Builder client =
                HttpClient.newBuilder()
                        .proxy(new Selector())
                        .authenticator(new ProxyLogin(List.of(https, http)));
        trust.ifPresent(it -> client.sslContext(it.context()));
        return client;
    }

    private final class Selector extends ProxySelector {

        @Override
        public List<Proxy> select(URI target) {
            return hasProxies()
                    ? List.of(proxyFor(target).map(ProxyServer::proxy).orElse(Proxy.NO_PROXY))
                    : ProxySelector.getDefault().select(target);
        }

        @Override
        public void connectFailed(URI target, SocketAddress proxy, IOException fault) {
            // The call fails; there is no other proxy to choose.
        }
    }
}
