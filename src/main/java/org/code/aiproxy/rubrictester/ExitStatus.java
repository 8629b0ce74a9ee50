package org.code.aiproxy.rubrictester;

/** What the process's exit status tells scripts. */
final class ExitStatus {

    /** All is well. */
    static final int OK = 0;

    /** An accuracy threshold was missed. */
    static final int THRESHOLDS_MISSED = 1;

    /** The command line or the data can't be used. */
    static final int UNUSABLE = 2;

    /** Some students could not be labelled. */
    static final int SOME_FAILED = 3;

    /** Somebody interrupted the run: 128 and the number of SIGINT, as shells have it. */
    static final int INTERRUPTED = 130;

    private ExitStatus() {}
}
