package org.code.aiproxy.provider.openai;

import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;
import org.code.aiproxy.model.CallerIds;

/** Sends the ids of the request that a call is made for. */
final class CallerHeaders implements Interceptor {

    @Override
    public Response intercept(Chain chain) throws IOException {
        Request.Builder request = chain.request().newBuilder();
        CallerIds.headers().forEach(request::header);
        return chain.proceed(request.build());
    }
}
