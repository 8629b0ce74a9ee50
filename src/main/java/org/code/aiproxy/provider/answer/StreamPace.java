package org.code.aiproxy.provider.answer;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/**
 * Keeps one stream from taking the time of others, and ends it when nothing comes of it. A stream
 * that always has more never waits, and virtual threads give way only where they wait.
 */
public final class StreamPace {

    /** A fraction of a millisecond's work. */
    private static final int PIECES_OF_A_TURN = 64;

    /** Looking at a piece takes longer than passing it on, so that most aren't looked at. */
    private static final int LOOKS = 8;

    /** Less is what writing takes, which a flood of noise must not be granted. */
    private static final Duration PAUSE = Duration.ofMillis(100);

    private final Duration silence;
    private final Runnable turn;
    private final LongSupplier nanoTime;
    private int pieces;
    private long lastUseful;

    StreamPace(Duration silence, Runnable turn, LongSupplier nanoTime) {
        this.silence = silence;
        this.turn = turn;
        this.nanoTime = nanoTime;
        this.lastUseful = nanoTime.getAsLong();
    }

    /**
     * To be called for each piece of a stream, be it a blank line; now and then waits for a turn.
     *
     * @param isUseful whether the piece has something of the answer; seldom asked
     * @throws SilentStreamException when nothing useful came for too long
     */
    public void piece(BooleanSupplier isUseful) throws SilentStreamException {
        pieces++;
        if (pieces % PIECES_OF_A_TURN == 0) {
            turn.run();
        }
        if (silent().compareTo(silence.dividedBy(LOOKS)) >= 0) {
            if (isUseful.getAsBoolean()) {
                lastUseful = nanoTime.getAsLong();
            }
            requireSound();
        }
    }

    /** Passes something on; a pause that the caller makes isn't the provider's silence. */
    public void passOn(Runnable passing) {
        long start = nanoTime.getAsLong();
        try {
            passing.run();
        } finally {
            long took = nanoTime.getAsLong() - start;
            if (took >= PAUSE.toNanos()) {
                lastUseful += took;
            }
        }
    }

    private void requireSound() throws SilentStreamException {
        if (left().isZero()) {
            throw new SilentStreamException(silence);
        }
    }

    /** How long may still be waited for something useful, never negative. */
    public Duration left() {
        Duration left = silence.minus(silent());
        return left.isNegative() ? Duration.ZERO : left;
    }

    private Duration silent() {
        return Duration.ofNanos(nanoTime.getAsLong() - lastUseful);
    }
}
