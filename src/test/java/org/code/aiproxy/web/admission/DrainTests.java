package org.code.aiproxy.web.admission;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class DrainTests {

    private final Admission admission =
            new Admission(
                    10,
                    RequestMemory.ofHeap(1 << 30),
                    Duration.ZERO,
                    () -> false,
                    System::nanoTime);
    private final Drain drain = new Drain(admission, Duration.ZERO);

    @Test
    void takesNothingOnOnceStopped() {
        drain.start();
        drain.stop();

        assertThat(admission.enter(1)).isEmpty();
    }

    /** Spring stops and starts a test's context whenever another test uses its own. */
    @Test
    void takesRequestsOnAgainOnceStartedAgain() {
        drain.start();
        drain.stop();
        drain.start();

        assertThat(admission.enter(1)).isPresent();
    }
}
