package org.code.aiproxy.rubrictester.terminal;

import java.io.PrintWriter;
import org.code.aiproxy.rubrictester.dataset.DownloadProgress;
import org.code.aiproxy.rubrictester.experiment.RunListener;

/** Tells a person how things go. */
public interface Progress extends RunListener, DownloadProgress {

    /**
     * Bars for a terminal, plain lines for anything else.
     *
     * @param out standard output or standard error as they are
     */
    static Progress on(PrintWriter out) {
        return Terminal.find().isPresent() ? new BarProgress(out) : new LineProgress(out);
    }
}
