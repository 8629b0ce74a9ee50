package org.code.aiproxy.provider.openai.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.code.aiproxy.provider.answer.GivenLimits;
import org.junit.jupiter.api.Test;

class EventStreamTests {

    @Test
    void saysBeforeItWaitsAndNotBetweenEventsThatCameTogether() throws IOException {
        List<String> order = new ArrayList<>();
        InputStream in =
                new SequenceInputStream(
                        packet("data: 1\n\ndata: 2\n\ndata: 3\n\n"), packet("data: 4\n\n"));
        EventStream stream =
                new EventStream(
                        in, _ -> false, GivenLimits.usual().room(), () -> order.add("waits"));

        for (Optional<byte[]> event = stream.next(); event.isPresent(); event = stream.next()) {
            order.add(EventStream.data(event.get()));
        }

        assertThat(order).containsExactly("waits", "1", "2", "3", "waits", "4", "waits");
    }

    @Test
    void findsWordsWithoutDecodingAnything() {
        byte[] event = "data: {\"a\": \"é\", \"b\": null}".getBytes(StandardCharsets.UTF_8);

        assertThat(EventStream.holds(event, word("\"b\""))).isTrue();
        assertThat(EventStream.holds(event, word("\"c\""))).isFalse();
        assertThat(EventStream.holds(word("x"), word("xyz"))).isFalse();
        assertThat(EventStream.indexOf(word("abab"), word("ab"), 1)).isEqualTo(2);
    }

    private static InputStream packet(String text) {
        return new ByteArrayInputStream(word(text));
    }

    private static byte[] word(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
