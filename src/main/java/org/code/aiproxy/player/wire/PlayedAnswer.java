package org.code.aiproxy.player.wire;

import java.util.List;
import org.code.aiproxy.player.model.PlayedQuestion;
import org.code.aiproxy.player.model.Reply;
import org.code.aiproxy.player.model.TokenUse;

/**
 * What a provider answers.
 *
 * @param question what was asked
 * @param replies one for each choice that was asked for
 * @param use what it counts
 */
public record PlayedAnswer(PlayedQuestion question, List<Reply> replies, TokenUse use) {

    public PlayedAnswer {
        replies = List.copyOf(replies);
    }
}
