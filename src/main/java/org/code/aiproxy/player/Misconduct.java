package org.code.aiproxy.player;

import java.util.function.UnaryOperator;
import org.code.aiproxy.player.model.Author;
import org.code.aiproxy.player.model.Reply;
import org.code.aiproxy.player.wire.Problem;
import org.code.aiproxy.player.wire.Script;

/** Who does something wrong, and how. */
sealed interface Misconduct {

    /** The provider, or what stands in its place. */
    @FunctionalInterface
    non-sealed interface OnTheWire extends Misconduct {

        /** Does it in place of the answer. */
        void play(Exchange exchange) throws Exception;
    }

    /**
     * The model; the provider is as it should be.
     *
     * @param author who writes in place of the model
     */
    record ByTheModel(UnaryOperator<Author> author) implements Misconduct {}

    /** No one: everything is as it should be. */
    Misconduct NONE = new ByTheModel(author -> author);

    /** Answers with an error. */
    static OnTheWire refuses(Problem problem) {
        return exchange -> exchange.wire().refuse(exchange.call(), problem);
    }

    /** Sends the same whatever was asked. */
    static OnTheWire sends(Script script) {
        return exchange -> script.play(exchange.call());
    }

    /** Answers with status 200 and a body that isn't an answer. */
    static OnTheWire says(String body) {
        return exchange -> exchange.call().answer(200, exchange.contentType(), body);
    }

    /** Changes each reply. */
    static ByTheModel writes(UnaryOperator<Reply> change) {
        return new ByTheModel(
                author -> (question, choice) -> change.apply(author.write(question, choice)));
    }
}
