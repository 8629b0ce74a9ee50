package org.code.aiproxy.provider.openai.wire;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.code.aiproxy.model.ChatApi;
import org.code.aiproxy.model.catalogue.Tier;
import org.code.aiproxy.model.catalogue.Usage;
import tools.jackson.databind.JsonNode;

/** Where one of OpenAI's APIs for chat is, and what its answers look like. */
public sealed interface ChatFormat permits CompletionsFormat, ResponsesFormat, DecisionsFormat {

    static ChatFormat of(ChatApi api) {
        return switch (api) {
            case COMPLETIONS -> new CompletionsFormat();
            case RESPONSES -> new ResponsesFormat();
            case DECISIONS -> new DecisionsFormat();
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

    /** Whether an event has something of the answer; it is looked at closely. */
    boolean isUseful(byte[] event);

    /** The choices that an event finishes, by their indices; responses have one, with an end. */
    default Set<Integer> finished(byte[] event) {
        return Set.of();
    }

    /** Whether an event has nothing but the usage, as the last one that is asked for has. */
    default boolean isUsageAlone(byte[] event) {
        return false;
    }

    /**
     * An answer in one piece as the events of a stream; none where the API's events can't be made
     * of it.
     *
     * @param withUsage whether the caller asked for the usage
     */
    default List<byte[]> events(JsonNode answer, boolean withUsage) {
        return List.of();
    }

    /**
     * Whether the event with which a server gives up is passed on, so that this service need not
     * add one.
     */
    boolean passesFaultsOn();
}
