package org.code.aiproxy.aws;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.TrustManager;
import org.code.aiproxy.network.Network;
import org.code.aiproxy.network.ProviderHttp;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.http.apache5.ProxyConfiguration;
import software.amazon.awssdk.http.nio.netty.NettyNioAsyncHttpClient;

/**
 * Has the AWS SDK's HTTP clients reach others as everything here does. Their own reading of the
 * environment knows fewer forms of NO_PROXY, and takes the wrong proxy for an address with https.
 *
 * @param network how others are reached
 * @param target whom the client is for
 */
public record AwsClients(Network network, URI target) {

    /** For a service of Amazon's. */
    public static AwsClients of(
            Network network, Optional<URI> endpoint, String service, Optional<String> region) {
        return new AwsClients(
                network,
                endpoint.orElseGet(() ->
                        URI.create(
                                "https://%s.%s.amazonaws.com"
                                        .formatted(service, region.orElse("us-east-1")))));
    }

    /** A client for calls that wait for a whole answer. */
    public Apache5HttpClient.Builder apache() {
        ProxyConfiguration.Builder proxy =
                ProxyConfiguration.builder()
                        .useEnvironmentVariableValues(false)
                        .useSystemPropertyValues(!network.hasProxies());
        Apache5HttpClient.Builder client = Apache5HttpClient.builder();
        network.proxyFor(target)
                .ifPresent(server -> {
                    proxy.endpoint(server.uri());
                    server.login()
                            .ifPresent(it ->
                                    proxy.username(it.user())
                                            .password(it.password())
                                            .preemptiveBasicAuthenticationEnabled(true));
                });
        network.trust()
                .ifPresent(trust ->
                        client.tlsTrustManagersProvider(
                                () -> new TrustManager[] {trust.manager()}));
        return client.proxyConfiguration(proxy.build());
    }

    /**
     * A client for calls of models: it reads no more than an answer, and waits as long as the SDK
     * does.
     *
     * @param connectTimeout how long a connection may take to be made
     */
    public SdkHttpClient bounded(Duration connectTimeout) {
        return new OkHttpSdkClient(
                new ProviderHttp(target, network)
                        .client()
                        .connectTimeout(connectTimeout)
                        .readTimeout(Duration.ZERO)
                        .writeTimeout(Duration.ZERO)
                        .build());
    }

    /** Adds the same to a client for streams. */
    public NettyNioAsyncHttpClient.Builder netty(NettyNioAsyncHttpClient.Builder client) {
        var proxy =
                software.amazon.awssdk.http.nio.netty.ProxyConfiguration.builder()
                        .useEnvironmentVariableValues(false)
                        .useSystemPropertyValues(!network.hasProxies());
        network.proxyFor(target)
                .ifPresent(server -> {
                    proxy.scheme("http").host(server.host()).port(server.port());
                    server.login()
                            .ifPresent(it -> proxy.username(it.user()).password(it.password()));
                });
        network.trust()
                .ifPresent(trust ->
                        client.tlsTrustManagersProvider(
                                () -> new TrustManager[] {trust.manager()}));
        return client.proxyConfiguration(proxy.build());
    }
}
