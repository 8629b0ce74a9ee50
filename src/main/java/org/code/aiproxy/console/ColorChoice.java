package org.code.aiproxy.console;

import java.util.Locale;

/** When to print in colour. */
enum ColorChoice {
    /** Where a terminal shows it, unless {@code NO_COLOR} says otherwise (no-color.org). */
    AUTO,
    ALWAYS,
    NEVER;

    /** As people write it on the command line. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }

    boolean holds(boolean isTerminal, String noColor) {
        return switch (this) {
            case AUTO -> isTerminal && noColor.isEmpty();
            case ALWAYS -> true;
            case NEVER -> false;
        };
    }
}
