package org.code.aiproxy.player;

import java.util.List;
import org.code.aiproxy.player.model.PlayedQuestion;
import org.code.aiproxy.player.model.Reply;
import org.code.aiproxy.player.model.TokenUse;

/** How a provider counts the tokens that it is paid for. */
@FunctionalInterface
public interface TokenMeter {

    /**
     * Counts once.
     *
     * @throws IllegalArgumentException when the provider would refuse the question
     */
    TokenUse count(PlayedQuestion question, List<Reply> replies);
}
