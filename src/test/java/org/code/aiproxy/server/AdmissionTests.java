package org.code.aiproxy.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class AdmissionTests {

    /** So many are taken on whatever they need. */
    private static final int ALWAYS = 16;

    private final AtomicBoolean isHeapShort = new AtomicBoolean();

    @Test
    void refusesMoreRequestsThanAreAllowed() {
        Admission admission = new Admission(20, 1000, isHeapShort::get);
        enter(admission, 20);

        assertThat(admission.enter(0)).isFalse();
        assertThat(admission.requestsInFlight()).isEqualTo(20);
        admission.leave(0);
        assertThat(admission.enter(0)).isTrue();
    }

    @Test
    void refusesLongerBodiesThanThereIsRoomFor() {
        Admission admission = new Admission(100, 1000, isHeapShort::get);
        enter(admission, ALWAYS);

        assertThat(admission.enter(1001)).isFalse();
        assertThat(admission.enter(600)).isTrue();
        assertThat(admission.enter(401)).isFalse();
        assertThat(admission.enter(400)).isTrue();
        admission.leave(600);
        assertThat(admission.enter(600)).isTrue();
    }

    @Test
    void refusesWhatIsNewWhileMemoryIsShort() {
        Admission admission = new Admission(100, 1000, isHeapShort::get);
        enter(admission, ALWAYS);

        isHeapShort.set(true);
        assertThat(admission.enter(1)).isFalse();
        isHeapShort.set(false);
        assertThat(admission.enter(1)).isTrue();
    }

    /** What filled the memory may be gone, and nothing would be done any more. */
    @Test
    void takesAFewOnEvenSo() {
        isHeapShort.set(true);
        Admission admission = new Admission(100, 1000, isHeapShort::get);
        for (int i = 0; i < ALWAYS; i++) {
            assertThat(admission.enter(5000)).isTrue();
        }
        assertThat(admission.enter(0)).isFalse();
    }

    private static void enter(Admission admission, int requests) {
        for (int i = 0; i < requests; i++) {
            assertThat(admission.enter(0)).isTrue();
        }
    }
}
