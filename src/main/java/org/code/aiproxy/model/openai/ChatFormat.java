package org.code.aiproxy.model.openai;

import java.util.List;
import java.util.Optional;
import org.code.aiproxy.model.ChatApi;
import org.code.aiproxy.model.Tier;
import org.code.aiproxy.model.Usage;
import tools.jackson.databind.JsonNode;

/** Where one of OpenAI's APIs for chat is, and what its answers look like. */
sealed interface ChatFormat permits CompletionsFormat, ResponsesFormat {

    static ChatFormat of(ChatApi api) {
        return switch (api) {
            case COMPLETIONS -> new CompletionsFormat();
            case RESPONSES -> new ResponsesFormat();
        };
    }

    /** The route below the base URL. */
    List<String> path();

    /** What an answer is called, to follow "a" in a sentence. */
    String answerName();

    /** Whether it is an answer, and not an error or nonsense. */
    boolean isAnswer(JsonNode json);

    /** What an answer says was paid for. */
    Optional<Usage> usage(JsonNode answer);

    /** The same with the tier that the server says it was served as. */
    default Optional<ChatEvent.Paid> paid(JsonNode answer) {
        Tier tier = Tier.of(answer.path("service_tier").asStringOpt());
        return usage(answer).map(usage -> new ChatEvent.Paid(usage, tier));
    }

    /** What an event of a streamed answer tells about the stream. */
    ChatEvent read(byte[] event);

    /**
     * Whether the event with which a server gives up is passed on, so that this service need not
     * add one.
     */
    boolean passesFaultsOn();
}
