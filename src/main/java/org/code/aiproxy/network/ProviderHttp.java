package org.code.aiproxy.network;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import okhttp3.Authenticator;
import okhttp3.ConnectionPool;
import okhttp3.Credentials;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;

/**
 * The HTTP client for calls to one provider. It makes each call once, follows no redirects, which
 * would post a program wherever they point, and cuts off error responses that are too long.
 *
 * @param target where the provider's API is
 * @param network how it is reached
 */
public record ProviderHttp(URI target, Network network) {

    private static final int MAX_IDLE_CONNECTIONS = 100;
    private static final Duration KEEP_ALIVE = Duration.ofMinutes(1);
    private static final String LOGIN = "Proxy-Authorization";

    /**
     * A client by HTTP/1.1. By HTTP/2 OkHttp takes in 16 MB of an answer before it slows the server
     * down.
     */
    public OkHttpClient.Builder client() {
        OkHttpClient.Builder client =
                new OkHttpClient.Builder()
                        .protocols(List.of(Protocol.HTTP_1_1))
                        .retryOnConnectionFailure(false)
                        .followRedirects(false)
                        .followSslRedirects(false)
                        .addInterceptor(new NoAnswers())
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
        return client;
    }

    private Optional<ProxyServer.Login> login() {
        return network.proxyFor(target).flatMap(ProxyServer::login);
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
