package org.code.aiproxy.provider.openai;

import com.openai.client.okhttp.OkHttpClient;
import com.openai.core.http.HttpClient;
import java.net.URI;
import java.util.List;
import okhttp3.Protocol;
import org.code.aiproxy.network.Network;
import org.code.aiproxy.network.ProviderHttp;

/**
 * Makes the HTTP clients for one server.
 *
 * @param baseUrl where its API is
 * @param network how it is reached
 */
record HttpClients(URI baseUrl, Network network) {

    /** For the SDK: whole answers, many of them by one connection where the server can. */
    HttpClient forSdk() {
        return new OkHttpClient(
                builder().protocols(List.of(Protocol.HTTP_2, Protocol.HTTP_1_1)).build());
    }

    /** For answers that are passed on while they come. */
    HttpClient forStreams() {
        return new OkHttpClient(builder().build());
    }

    /** For lists, which cost nothing: a connection that has been closed meanwhile isn't a fault. */
    HttpClient forLists() {
        return new OkHttpClient(builder().retryOnConnectionFailure(true).build());
    }

    private okhttp3.OkHttpClient.Builder builder() {
        return new ProviderHttp(baseUrl, network).client().addInterceptor(new CallerHeaders());
    }
}
