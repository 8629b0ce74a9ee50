package org.code.aiproxy;

import java.io.ByteArrayOutputStream;
import org.code.aiproxy.player.wire.ConverseEvents;

/** What Bedrock's ConverseStream answers, with what it counts. */
public final class ConverseAnswers {

    private ConverseAnswers() {}

    /** The last event: 15 tokens of input, 105 with cached ones, and 20 of output. */
    public static byte[] metadata() {
        return ConverseEvents.event(
                "metadata",
                """
                {"usage": {"inputTokens": 15, "outputTokens": 20, "totalTokens": 125,
                  "cacheReadInputTokens": 60, "cacheWriteInputTokens": 30},
                 "metrics": {"latencyMs": 10}, "serviceTier": {"type": "priority"}}\
                """);
    }

    /** The events of a whole answer, one after another. */
    public static byte[] answer(String text) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(ConverseEvents.messageStart());
        all.writeBytes(ConverseEvents.text(text));
        all.writeBytes(ConverseEvents.blockStop(0));
        all.writeBytes(ConverseEvents.messageStop("end_turn"));
        all.writeBytes(metadata());
        return all.toByteArray();
    }
}
