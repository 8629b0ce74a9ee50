package org.code.aiproxy.aws;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import okhttp3.Call;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.SdkHttpResponse;

/**
 * Has the AWS SDK make its calls by the client that makes all others. The SDK's own takes in
 * headers without end.
 */
final class OkHttpSdkClient implements SdkHttpClient {

    private final OkHttpClient client;

    OkHttpSdkClient(OkHttpClient client) {
        this.client = client;
    }

    @Override
    public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
        return new Execution(request);
    }

    @Override
    public String clientName() {
        return "OkHttp";
    }

    @Override
    public void close() {
        client.dispatcher().executorService().shutdown();
        client.connectionPool().evictAll();
    }

    private final class Execution implements ExecutableHttpRequest {

        private final HttpExecuteRequest request;
        private volatile @Nullable Call call;

        private Execution(HttpExecuteRequest request) {
            this.request = request;
        }

        @Override
        public HttpExecuteResponse call() throws IOException {
            Call begun = client.newCall(translated());
            call = begun;
            return translated(begun.execute());
        }

        @Override
        public void abort() {
            Call begun = call;
            if (begun != null) {
                begun.cancel();
            }
        }

        private Request translated() throws IOException {
            SdkHttpRequest sent = request.httpRequest();
            Request.Builder translated = new Request.Builder().url(sent.getUri().toURL());
            sent.forEachHeader(
                    (name, values) -> values.forEach(value -> translated.addHeader(name, value)));
            return translated.method(sent.method().name(), body(sent)).build();
        }

        private @Nullable RequestBody body(SdkHttpRequest sent) throws IOException {
            if (request.contentStreamProvider().isEmpty()) {
                return null;
            }
            String type = sent.firstMatchingHeader("Content-Type").orElse("application/json");
            try (InputStream content = request.contentStreamProvider().get().newStream()) {
                return RequestBody.create(content.readAllBytes(), MediaType.parse(type));
            }
        }

        private static HttpExecuteResponse translated(Response response) {
            SdkHttpResponse head =
                    SdkHttpResponse.builder()
                            .statusCode(response.code())
                            .statusText(response.message())
                            .headers(response.headers().toMultimap())
                            .build();
            return HttpExecuteResponse.builder()
                    .response(head)
                    .responseBody(
                            AbortableInputStream.create(
                                    Objects.requireNonNull(response.body(), "an answer's body")
                                            .byteStream(),
                                    response::close))
                    .build();
        }
    }
}
