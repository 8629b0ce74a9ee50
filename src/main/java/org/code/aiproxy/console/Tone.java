package org.code.aiproxy.console;

import picocli.CommandLine.Help.Ansi.Style;

/** What a line of output is to a person; a colour where there is colour. */
public enum Tone {
    PLAIN(Style.reset),
    GOOD(Style.fg_green),
    WARNING(Style.fg_yellow),
    BAD(Style.fg_red),
    HEADING(Style.bold);

    private final Style style;

    Tone(Style style) {
        this.style = style;
    }

    String on(String text) {
        // Not the style's own end: that of bold begins double underlining on some terminals.
        return this == PLAIN || text.isEmpty() ? text : style.on() + text + Style.reset.on();
    }
}
