package org.code.aiproxy.player;

import java.util.Optional;
import org.code.aiproxy.player.model.PlayedQuestion;

/** Which questions something goes wrong with. */
@FunctionalInterface
public interface Faults {

    /**
     * What goes wrong.
     *
     * @throws UnknownFaultException when something is asked for that can't be played
     */
    Optional<PlayedFault> of(PlayedQuestion question);
}
