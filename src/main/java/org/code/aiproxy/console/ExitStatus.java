package org.code.aiproxy.console;

/** What the process's exit status tells scripts; the same for all commands. */
public final class ExitStatus {

    /** All is well. */
    public static final int OK = 0;

    /** An accuracy threshold was missed, or a check failed. */
    public static final int THRESHOLDS_MISSED = 1;

    /** The command line, the settings or the data is invalid. */
    public static final int UNUSABLE = 2;

    /** Some programs could not be labelled. */
    public static final int SOME_FAILED = 3;

    /** An unexpected error: EX_SOFTWARE of BSD's sysexits.h. */
    public static final int UNEXPECTED = 70;

    /** Ctrl-C: 128 and the number of SIGINT, as shells have it. */
    public static final int INTERRUPTED = 130;

    /** For the help, in picocli's form. */
    static final String[] LIST = {
        OK + ":All is well.",
        THRESHOLDS_MISSED + ":A check failed: an accuracy threshold was missed.",
        UNUSABLE + ":The command line, the settings or the data is invalid.",
        SOME_FAILED + ":Some programs could not be labelled.",
        UNEXPECTED + ":An unexpected error; the log says more.",
        INTERRUPTED + ":Interrupted."
    };

    private ExitStatus() {}
}
