package org.code.aiproxy.provider.openai;

import com.openai.core.RequestOptions;
import com.openai.core.http.HttpClient;
import com.openai.core.http.HttpRequest;
import com.openai.core.http.HttpResponse;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.springframework.util.function.SingletonSupplier;

/**
 * A client that is made for its first request: each reads all certificates that Java trusts, and a
 * service may never call some of its providers.
 */
final class LazyHttpClient implements HttpClient {

    private final SingletonSupplier<HttpClient> client;

    LazyHttpClient(Supplier<HttpClient> client) {
        this.client = SingletonSupplier.of(client);
    }

    @Override
    public HttpResponse execute(HttpRequest request, RequestOptions options) {
        return client.obtain().execute(request, options);
    }

    @Override
    public CompletableFuture<HttpResponse> executeAsync(
            HttpRequest request, RequestOptions options) {
        return client.obtain().executeAsync(request, options);
    }

    @Override
    public void close() {
        client.obtain().close();
    }
}
