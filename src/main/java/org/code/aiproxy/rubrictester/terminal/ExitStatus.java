package org.code.aiproxy.rubrictester.terminal;

/** What the process's exit status tells scripts. */
public final class ExitStatus {

    /** All is well. */
    public static final int OK = 0;

    /** An accuracy threshold was missed. */
    public static final int THRESHOLDS_MISSED = 1;

    /** The command line or the data can't be used. */
    public static final int UNUSABLE = 2;

    /** Some students could not be labelled. */
    public static final int SOME_FAILED = 3;

    /** Somebody interrupted the run: 128 and the number of SIGINT, as shells have it. */
    static final int INTERRUPTED = 130;

    private ExitStatus() {}
}
