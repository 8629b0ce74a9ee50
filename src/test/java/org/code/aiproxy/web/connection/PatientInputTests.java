package org.code.aiproxy.web.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.coyote.InputBuffer;
import org.apache.tomcat.util.net.ApplicationBufferHandler;
import org.junit.jupiter.api.Test;

class PatientInputTests {

    private static final ApplicationBufferHandler NOWHERE = ApplicationBufferHandler.EMPTY;

    private final AtomicReference<Duration> stalled = new AtomicReference<>(Duration.ZERO);

    @Test
    void givesUpOnASlowSender() throws IOException {
        PatientInput input = new PatientInput(slow(), Duration.ofMillis(5), stalled::get);

        assertThat(input.doRead(NOWHERE)).isOne();
        assertThatThrownBy(() -> input.doRead(NOWHERE)).isInstanceOf(SocketTimeoutException.class);
    }

    @Test
    void doesntBlameASenderForTheTimeInWhichThisProcessStoodStill() throws IOException {
        PatientInput input = new PatientInput(slow(), Duration.ofMillis(5), stalled::get);

        input.doRead(NOWHERE);
        stalled.set(Duration.ofMinutes(1));

        assertThat(input.doRead(NOWHERE)).isOne();
    }

    @Test
    void saysThatThisProcessStoodStillWhenAReadTimesOut() {
        InputBuffer timingOut =
                input(_ -> {
                    stalled.set(Duration.ofSeconds(20));
                    throw new SocketTimeoutException();
                });
        PatientInput input = new PatientInput(timingOut, Duration.ofMinutes(1), stalled::get);

        assertThatThrownBy(() -> input.doRead(NOWHERE)).isInstanceOf(StalledException.class);
    }

    @Test
    void blamesTheSenderWhenAReadTimesOutOtherwise() {
        InputBuffer timingOut =
                input(_ -> {
                    throw new SocketTimeoutException();
                });
        PatientInput input = new PatientInput(timingOut, Duration.ofMinutes(1), stalled::get);

        assertThatThrownBy(() -> input.doRead(NOWHERE)).isInstanceOf(SocketTimeoutException.class);
    }

    private static InputBuffer slow() {
        return input(_ -> {
            long start = System.nanoTime();
            while (System.nanoTime() - start < 10_000_000) {
                Thread.onSpinWait();
            }
            return 1;
        });
    }

    private interface Read {
        int from(ApplicationBufferHandler handler) throws IOException;
    }

    private static InputBuffer input(Read read) {
        return new InputBuffer() {
            @Override
            public int doRead(ApplicationBufferHandler handler) throws IOException {
                return read.from(handler);
            }

            @Override
            public int available() {
                return 0;
            }
        };
    }
}
