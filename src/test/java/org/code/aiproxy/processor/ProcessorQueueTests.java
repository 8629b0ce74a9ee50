package org.code.aiproxy.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ProcessorQueueTests {

    private final ProcessorQueue processors = new ProcessorQueue(2);

    @AfterEach
    void close() {
        processors.close();
    }

    @Test
    void comeToEveryThread() {
        AtomicInteger through = new AtomicInteger();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 2000; i++) {
                threads.execute(() -> {
                    processors.await();
                    through.incrementAndGet();
                });
            }
        }
        assertThat(through).hasValue(2000);
    }

    @Test
    void comeToOthersWhileThoseWhoHadTheirsWait() {
        CountDownLatch allThrough = new CountDownLatch(20);
        CountDownLatch end = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 20; i++) {
                threads.execute(() -> {
                    processors.await();
                    allThrough.countDown();
                    assertThat(await(end)).isTrue();
                });
            }
            assertThat(await(allThrough)).isTrue();
            end.countDown();
        }
    }

    private static boolean await(CountDownLatch latch) {
        try {
            return latch.await(30, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
