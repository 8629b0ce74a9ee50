package org.code.aiproxy.console;

/**
 * One thing that was looked at before a start.
 *
 * @param state how it is
 * @param subject what was looked at, such as {@code OpenAI}
 * @param sentence what was found and, unless all is well, what to do; never a secret
 */
public record Diagnosis(State state, String subject, String sentence) {

    /** How a thing is. */
    public enum State {
        /** As it should be. */
        OK(Tone.GOOD),
        /** Not used, so it may be as it is. */
        OFF(Tone.PLAIN),
        /** Something may not work, or not for long. */
        WARNING(Tone.WARNING),
        /** Something can't work. */
        PROBLEM(Tone.BAD);

        private final Tone tone;

        State(Tone tone) {
            this.tone = tone;
        }

        /** How it is shown. */
        public Tone tone() {
            return tone;
        }
    }

    /** Nothing to do. */
    public static Diagnosis ok(String subject, String sentence) {
        return new Diagnosis(State.OK, subject, sentence);
    }

    /** Not used. */
    public static Diagnosis off(String subject, String sentence) {
        return new Diagnosis(State.OFF, subject, sentence);
    }

    /** Something may not work. */
    public static Diagnosis warning(String subject, String sentence) {
        return new Diagnosis(State.WARNING, subject, sentence);
    }

    /** Something can't work. */
    public static Diagnosis problem(String subject, String sentence) {
        return new Diagnosis(State.PROBLEM, subject, sentence);
    }
}
