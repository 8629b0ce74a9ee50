package org.code.aiproxy.provider.bedrock.converse;

import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Optional;
import org.code.aiproxy.provider.answer.AnswerRoom;
import org.reactivestreams.Publisher;
import software.amazon.awssdk.core.async.SdkPublisher;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttribute;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;

/** Bounds what the AWS SDK, which reads answers and errors whole, is given of them to read. */
public final class BoundedBodies implements ExecutionInterceptor {

    /** What a call's answer may take. */
    static final ExecutionAttribute<AnswerRoom> ROOM =
            new ExecutionAttribute<>(BoundedBodies.class.getName());

    /** Of some kilobytes each; an error is shorter than the first. */
    private static final int BUFFERS_OF_ERROR = 16;

    @Override
    public Optional<InputStream> modifyHttpResponseContent(
            Context.ModifyHttpResponse context, ExecutionAttributes attributes) {
        AnswerRoom room = attributes.getAttribute(ROOM);
        return room == null ? context.responseBody() : context.responseBody().map(room::weighed);
    }

    /** Streams are read event by event, so only their errors are bounded here. */
    @Override
    public Optional<Publisher<ByteBuffer>> modifyAsyncHttpResponseContent(
            Context.ModifyHttpResponse context, ExecutionAttributes attributes) {
        return context.httpResponse().isSuccessful()
                ? context.responsePublisher()
                : context.responsePublisher()
                        .map(body -> SdkPublisher.adapt(body).limit(BUFFERS_OF_ERROR));
    }
}
