package org.code.aiproxy.console;

import java.io.FilterWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import org.code.aiproxy.textfile.Visible;

/**
 * Prints for people: whatever the names and texts of others hold, a terminal only shows it. A line
 * that is printed stays one line.
 */
public final class TerminalPrinter extends PrintWriter {

    /**
     * @param out where to, such as standard output; flushed with each line
     */
    public TerminalPrinter(Writer out) {
        super(new Harmless(out), true);
    }

    /** Prints a line; a line break in it is written out. */
    @Override
    public void println(String line) {
        super.println(Visible.line(line));
    }

    private static final class Harmless extends FilterWriter {

        Harmless(Writer out) {
            super(out);
        }

        @Override
        public void write(int character) throws IOException {
            out.write(Visible.text(String.valueOf((char) character)));
        }

        @Override
        public void write(char[] characters, int offset, int length) throws IOException {
            out.write(Visible.text(new String(characters, offset, length)));
        }

        @Override
        public void write(String text, int offset, int length) throws IOException {
            out.write(Visible.text(text.substring(offset, offset + length)));
        }
    }
}
