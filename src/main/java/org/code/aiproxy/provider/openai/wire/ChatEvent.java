package org.code.aiproxy.provider.openai.wire;

import java.util.Optional;
import org.code.aiproxy.model.catalogue.Tier;
import org.code.aiproxy.model.catalogue.Usage;

/** What an event of a streamed answer tells about the stream. */
public sealed interface ChatEvent {

    /** A piece of the answer, or a comment. */
    record Piece() implements ChatEvent {}

    /** A piece that says what was paid for, and as what. */
    record Paid(Usage usage, Tier tier) implements ChatEvent {}

    /**
     * The server gave up.
     *
     * @param error its words, and perhaps a status
     * @param paid what was paid for anyway, if it tells
     */
    record Fault(ErrorBody error, Optional<Paid> paid) implements ChatEvent {}

    /**
     * The answer is complete.
     *
     * @param paid what was paid for, if the event tells
     */
    record Done(Optional<Paid> paid) implements ChatEvent {}
}
