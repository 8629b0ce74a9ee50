package org.code.aiproxy.model;

import java.util.Map;

/**
 * The way back to who asked for chat. What is passed on is in OpenAI's form: one whole answer, or
 * events.
 */
public interface ChatReply {

    /**
     * Passes on the whole answer.
     *
     * @param status the HTTP status
     * @param headers further headers, the type and length of the content aside
     * @param json an answer of the API that was asked or, with an error status, an error object
     * @throws CallerGoneException when no one takes it
     */
    void whole(int status, Map<String, String> headers, byte[] json);

    /**
     * Says what the answer's events come with. To be called before the first of them, and of no
     * effect afterwards.
     *
     * @param headers further headers, the type of the content aside
     */
    void begin(Map<String, String> headers);

    /**
     * Passes on a server-sent event at once, and waits while the caller is slow to take it. The
     * first event begins the stream; from then on a fault can't change the status any more.
     *
     * @param event the event with the blank line that ends it
     * @throws CallerGoneException when no one takes it
     */
    void event(byte[] event);

    /**
     * As {@link #event}, for one after which {@link #flush} is called before the next is waited
     * for: of events that come together, each needn't be a packet of its own.
     */
    default void eventOfSeveral(byte[] event) {
        event(event);
    }

    /**
     * Passes on what wasn't yet.
     *
     * @throws CallerGoneException when no one takes it
     */
    default void flush() {}

    /**
     * Passes on the event with which the server gives up, so that no one else has to say that the
     * answer isn't whole.
     *
     * @param event the event with the blank line that ends it
     * @throws CallerGoneException when no one takes it
     */
    default void fault(byte[] event) {
        event(event);
    }

    /** Whether anything was passed on, so that asking again would repeat it. */
    boolean hasBegun();
}
