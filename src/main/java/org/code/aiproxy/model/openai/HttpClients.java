package org.code.aiproxy.model.openai;

import com.openai.client.okhttp.OkHttpClient;
import com.openai.core.http.HttpClient;
import com.openai.core.http.ProxyAuthenticator;
import java.net.Proxy;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import okhttp3.Authenticator;
import okhttp3.ConnectionPool;
import okhttp3.Credentials;
import okhttp3.Protocol;
import org.code.aiproxy.network.Network;
import org.code.aiproxy.network.ProxyServer;

/**
 * Makes the HTTP clients for one server.
 *
 * @param baseUrl where its API is
 * @param network how it is reached
 */
record HttpClients(URI baseUrl, Network network) {

    private static final int MAX_IDLE_CONNECTIONS = 100;
    private static final Duration KEEP_ALIVE = Duration.ofMinutes(1);
    private static final String LOGIN = "Proxy-Authorization";

    /** For the SDK. */
    HttpClient forSdk() {
        OkHttpClient.Builder client =
                OkHttpClient.builder()
                        .addInterceptor(new CallerHeaders())
                        .maxIdleConnections(MAX_IDLE_CONNECTIONS)
                        .keepAliveDuration(KEEP_ALIVE);
        proxy().ifPresent(client::proxy);
        login().ifPresent(it ->
                client.proxyAuthenticator(ProxyAuthenticator.basic(it.user(), it.password())));
        network.trust()
                .ifPresent(trust ->
                        client.sslSocketFactory(trust.context().getSocketFactory())
                                .trustManager(trust.manager()));
        return client.build();
    }

    /**
     * For answers that are passed on while they come. By HTTP/2, which the SDK's own builder
     * prefers, OkHttp takes in 16 MB of an answer before it slows the server down.
     */
    HttpClient forStreams() {
        return plain(false);
    }

    /** For lists, which cost nothing: a connection that has been closed meanwhile is no fault. */
    HttpClient forLists() {
        return plain(true);
    }

    private HttpClient plain(boolean retriesOnConnectionFailure) {
        okhttp3.OkHttpClient.Builder client =
                new okhttp3.OkHttpClient.Builder()
                        .protocols(List.of(Protocol.HTTP_1_1))
                        .retryOnConnectionFailure(retriesOnConnectionFailure)
                        .followRedirects(false)
                        .addInterceptor(new CallerHeaders())
                        .proxySelector(network.proxySelector())
                        .connectionPool(
                                new ConnectionPool(
                                        MAX_IDLE_CONNECTIONS,
                                        KEEP_ALIVE.toMillis(),
                                        TimeUnit.MILLISECONDS));
        login().ifPresent(it -> client.proxyAuthenticator(authenticator(it)));
        network.trust()
                .ifPresent(trust ->
                        client.sslSocketFactory(
                                trust.context().getSocketFactory(), trust.manager()));
        return new OkHttpClient(client.build());
    }

    /** Empty where Java's own properties decide. */
    private Optional<Proxy> proxy() {
        return Optional.of(network)
                .filter(Network::hasProxies)
                .map(it -> it.proxyFor(baseUrl).map(ProxyServer::proxy).orElse(Proxy.NO_PROXY));
    }

    private Optional<ProxyServer.Login> login() {
        return network.proxyFor(baseUrl).flatMap(ProxyServer::login);
    }

    /** A proxy that refuses a login won't take it the second time either. */
    private static Authenticator authenticator(ProxyServer.Login login) {
        return (_, response) ->
                response.request().header(LOGIN) == null
                        ? response.request()
                                .newBuilder()
                                .header(LOGIN, Credentials.basic(login.user(), login.password()))
                                .build()
                        : null;
    }
}
