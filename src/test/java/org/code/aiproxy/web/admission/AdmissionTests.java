package org.code.aiproxy.web.admission;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class AdmissionTests {

    /** So many are taken on whatever they need. */
    private static final int ALWAYS = 8;

    private static final long ONE = RequestMemory.of(0);

    /** Of eight parts seven are for requests that are worked on. */
    private static final RequestMemory FOR_TWENTY = new RequestMemory(ONE * 20 * 8 / 7 + 8);

    private static final Executor THREADS = task -> Thread.ofVirtual().start(task);

    private final AtomicBoolean isHeapShort = new AtomicBoolean();
    private final AtomicLong nanoTime = new AtomicLong();

    @Test
    void refusesMoreRequestsThanAreAllowed() {
        Admission admission = impatient(10);
        List<RequestPlace> places = enter(admission, 10);

        assertThat(admission.enter(0)).isEmpty();
        assertThat(admission.requestsInFlight()).isEqualTo(10);
        places.getFirst().close();
        assertThat(admission.enter(0)).isPresent();
    }

    @Test
    void refusesMoreRequestsThanTheHeapHolds() {
        Admission admission = impatient(1000);
        enter(admission, 20);

        assertThat(admission.enter(0)).isEmpty();
    }

    @Test
    void refusesLongerBodiesThanTheHeapHolds() {
        Admission admission = impatient(1000);
        enter(admission, ALWAYS);

        assertThat(admission.enter(bodyFor(13))).isEmpty();
        RequestPlace place = admission.enter(bodyFor(6)).orElseThrow();
        assertThat(admission.enter(bodyFor(7))).isEmpty();
        assertThat(admission.enter(bodyFor(6))).isPresent();
        place.close();
        assertThat(admission.enter(bodyFor(6))).isPresent();
    }

    @Test
    void hasRoomForMoreOnceABodyTurnsOutToBeShort() {
        Admission admission = impatient(1000);
        enter(admission, ALWAYS);
        RequestPlace place = admission.enter(bodyFor(10)).orElseThrow();
        assertThat(admission.enter(bodyFor(8))).isEmpty();

        place.bodyIs(100);

        assertThat(admission.enter(bodyFor(8))).isPresent();
    }

    @Test
    void refusesWhatIsNewWhileMemoryIsShort() {
        Admission admission = impatient(1000);
        enter(admission, ALWAYS);

        isHeapShort.set(true);
        assertThat(admission.enter(1)).isEmpty();
        isHeapShort.set(false);
        assertThat(admission.enter(1)).isPresent();
    }

    /** What filled the memory may be gone, and no request would ever be worked on. */
    @Test
    void takesAFewOnEvenSo() {
        isHeapShort.set(true);
        Admission admission = impatient(1000);

        IntStream.range(0, ALWAYS).forEach(_ -> assertThat(admission.enter(5_000_000)).isPresent());
        assertThat(admission.enter(0)).isEmpty();
    }

    @Test
    void letsRequestsWaitInTheOrderInWhichTheyCame() {
        Admission admission = patient(1);
        RequestPlace worked = admission.enter(0).orElseThrow();
        List<CompletableFuture<Optional<RequestPlace>>> waiting = new ArrayList<>();
        for (int i = 1; i <= 3; i++) {
            waiting.add(CompletableFuture.supplyAsync(() -> admission.enter(0), THREADS));
            awaitWaiting(admission, i);
        }

        worked.close();
        for (int i = 0; i < waiting.size(); i++) {
            RequestPlace next = waiting.get(i).join().orElseThrow();
            assertThat(waiting.subList(i + 1, waiting.size())).noneMatch(CompletableFuture::isDone);
            next.close();
        }
        assertThat(admission.requestsInFlight()).isZero();
    }

    @Test
    void refusesAfterAWait() {
        Admission admission = admission(1, Duration.ofMillis(20));
        enter(admission, 1);

        assertThat(admission.enter(0)).isEmpty();
        assertThat(admission.requestsWaiting()).isZero();
    }

    @Test
    void refusesAtOnceWhatWouldWaitTooLong() {
        Admission admission = patient(1);
        enter(admission, 1);

        // The only place has been held for longer than a request may wait.
        nanoTime.set(Duration.ofMinutes(2).toNanos());

        assertThat(admission.enter(0)).isEmpty();
    }

    @Test
    void refusesThoseWhoWaitOnceClosed() throws InterruptedException {
        Admission admission = patient(1);
        enter(admission, 1);
        CompletableFuture<Optional<RequestPlace>> waiting =
                CompletableFuture.supplyAsync(() -> admission.enter(0), THREADS);
        awaitWaiting(admission, 1);

        admission.close(Duration.ZERO);

        assertThat(waiting.join()).isEmpty();
    }

    /** The length of a body whose request takes as much as so many without one. */
    private static long bodyFor(int requests) {
        return (requests - 1) * ONE / (RequestMemory.of(1) - ONE);
    }

    private Admission impatient(int mostRequests) {
        return admission(mostRequests, Duration.ZERO);
    }

    private Admission patient(int mostRequests) {
        return admission(mostRequests, Duration.ofMinutes(1));
    }

    private Admission admission(int mostRequests, Duration mostWait) {
        return new Admission(mostRequests, FOR_TWENTY, mostWait, isHeapShort::get, nanoTime::get);
    }

    private static List<RequestPlace> enter(Admission admission, int requests) {
        return IntStream.range(0, requests)
                .mapToObj(_ -> admission.enter(0).orElseThrow())
                .toList();
    }

    private static void awaitWaiting(Admission admission, int requests) {
        while (admission.requestsWaiting() < requests) {
            Thread.onSpinWait();
        }
    }
}
