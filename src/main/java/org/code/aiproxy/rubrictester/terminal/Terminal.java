package org.code.aiproxy.rubrictester.terminal;

import java.io.Console;
import java.util.Optional;

/** The person in front of the screen, where there is one. */
public final class Terminal {

    private Terminal() {}

    /** The terminal; none where input or output is a pipe or a file. */
    public static Optional<Console> find() {
        return Optional.ofNullable(System.console()).filter(Console::isTerminal);
    }
}
