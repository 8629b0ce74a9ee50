package org.code.aiproxy.player.model;

/** Who writes a played model's replies. */
@FunctionalInterface
public interface Author {

    /**
     * Writes one.
     *
     * @param choice which of the replies that are wanted, from 0
     */
    Reply write(PlayedQuestion question, int choice);
}
