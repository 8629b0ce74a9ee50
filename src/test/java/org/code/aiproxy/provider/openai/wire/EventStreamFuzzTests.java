package org.code.aiproxy.provider.openai.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.code.aiproxy.Mutation;
import org.code.aiproxy.provider.answer.GivenLimits;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Takes streams with random changes apart, however their bytes come. */
@Tag("fuzz")
@Timeout(120)
class EventStreamFuzzTests {

    private static final int STREAMS = Mutation.times(100_000);
    private static final int LONG = 1_000_000;

    private static final String STREAM =
            """
            : a comment

            data: {"id":"1","choices":[{"index":0,"delta":{"content":"Grüße 😀"}}]}

            event: error
            data:{"id":"1",
            data: "choices":[]}
            id

            data: [DONE]

            """;

    private static final String[] FRAGMENTS = {
        "\n",
        "\r",
        "\r\n",
        "\n\n",
        "\r\r",
        "\r\n\r\n",
        "\n\r",
        "data:",
        "data",
        ":",
        " ",
        "\0",
        "\ufeff",
        "é",
        "\u2028",
        "[DONE]",
        "data: [DONE]\n\n",
        "retry: 1\n"
    };

    /** A stream whose reads bring a few bytes each. */
    private static final class Chunks extends ByteArrayInputStream {

        private final Mutation sizes;

        Chunks(byte[] bytes, Mutation sizes) {
            super(bytes);
            this.sizes = sizes;
        }

        @Override
        public int read(byte[] target) {
            return read(target, 0, 1 + sizes.number(40));
        }
    }

    @Test
    void eventsAreTheStreamUpToTheLastThatIsComplete() throws IOException {
        Mutation mutation =
                new Mutation(
                        List.of(STREAM, STREAM.replace("\n", "\r\n"), STREAM.replace('\n', '\r')),
                        FRAGMENTS);
        for (int i = 0; i < STREAMS; i++) {
            byte[] bytes = mutation.next().getBytes(StandardCharsets.UTF_8);

            List<String> atOnce = events(stream(new ByteArrayInputStream(bytes)));
            List<String> inChunks = events(stream(new Chunks(bytes, mutation)));

            assertThat(inChunks).as(mutation.toString()).isEqualTo(atOnce);
            assertIsComplete(latin(bytes), atOnce, mutation);
        }
    }

    /** What is left has no empty line, which would end an event. */
    private static void assertIsComplete(String stream, List<String> events, Mutation mutation) {
        String passed = String.join("", events);
        // The end of a stream is enough of an end for the last event of all.
        String whole = passed.equals(stream + "\n\n") ? stream : passed;
        assertThat(stream).as(mutation.toString()).startsWith(whole);
        assertThat(stream.substring(whole.length()))
                .as(mutation.toString())
                .doesNotStartWith("\n")
                .doesNotStartWith("\r")
                .doesNotContain("\n\n", "\n\r", "\r\r");
    }

    @Test
    void readsAMillionBytesOfAnyFragment() throws IOException {
        for (String fragment : FRAGMENTS) {
            byte[] flood =
                    fragment.repeat(LONG / fragment.length()).getBytes(StandardCharsets.UTF_8);

            String whole = String.join("", events(stream(new ByteArrayInputStream(flood))));

            assertThat(latin(flood)).startsWith(whole);
            assertThat(EventStream.data(flood)).hasSizeLessThanOrEqualTo(flood.length);
        }
    }

    private static EventStream stream(InputStream in) {
        return new EventStream(
                in,
                event -> EventStream.DONE.equals(EventStream.data(event)),
                GivenLimits.usual().room());
    }

    private static List<String> events(EventStream stream) throws IOException {
        List<String> events = new ArrayList<>();
        for (Optional<byte[]> event = stream.next(); event.isPresent(); event = stream.next()) {
            events.add(latin(event.get()));
            assertThat(EventStream.data(event.get())).hasSizeLessThan(event.get().length);
        }
        return events;
    }

    /** Bytes as text of which each character is one. */
    private static String latin(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
