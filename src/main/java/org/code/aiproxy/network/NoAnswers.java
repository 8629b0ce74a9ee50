package org.code.aiproxy.network;

import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.Response;

/**
 * Cuts off responses that bring no answer: long errors, which libraries would read whole, and
 * interim responses (1xx) that no final one follows.
 */
final class NoAnswers implements Interceptor {

    private static final long LONGEST_ERROR = 64 << 10;

    private static final int OK = 200;

    @Override
    public Response intercept(Chain chain) throws IOException {
        Response response = answer(chain);
        return response.isSuccessful() ? response : cut(response);
    }

    private static Response answer(Chain chain) throws IOException {
        try {
            Response response = chain.proceed(chain.request());
            if (response.code() >= OK) {
                return response;
            }
            response.close();
        } catch (IllegalStateException e) {
            // What OkHttp makes of a second interim answer.
            throw new IOException("interim answers only", e);
        }
        throw new IOException("interim answers only");
    }

    private static Response cut(Response error) throws IOException {
        try (error) {
            return error.newBuilder().body(error.peekBody(LONGEST_ERROR)).build();
        }
    }
}
