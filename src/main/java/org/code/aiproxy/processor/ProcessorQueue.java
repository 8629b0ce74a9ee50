package org.code.aiproxy.processor;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * Lets virtual threads begin to compute a few at a time: when requests come, and when models
 * answer.
 *
 * <p>Virtual threads take turns only where they wait, in the order in which they became ready. When
 * a thousand requests come together, each computes for a millisecond before it waits for a model,
 * and whatever comes behind them waits for all of them. Here they wait for their turn instead, and
 * the queue of those that are ready stays short.
 *
 * <p>A turn has no end that could be missed: the next begins when a thread that became ready after
 * this one has run.
 */
public final class ProcessorQueue implements AutoCloseable {

    private final BlockingQueue<CountDownLatch> waiting = new LinkedBlockingQueue<>();
    private final int atOnce;
    private final Thread dispatcher;

    /**
     * @param atOnce how many turns begin together: as many as there are processors
     */
    public ProcessorQueue(int atOnce) {
        this.atOnce = atOnce;
        this.dispatcher =
                Thread.ofPlatform().daemon().name("processor-queue").start(this::dispatch);
    }

    /** Returns when it is the calling thread's turn, or the thread is interrupted. */
    public void await() {
        CountDownLatch turn = new CountDownLatch(1);
        waiting.add(turn);
        try {
            turn.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void dispatch() {
        try {
            while (true) {
                CountDownLatch first = waiting.take();
                try {
                    begin(first);
                } catch (OutOfMemoryError e) {
                    // Without this thread everyone would wait forever.
                    first.countDown();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void begin(CountDownLatch first) throws InterruptedException {
        List<CountDownLatch> next = new ArrayList<>(List.of(first));
        waiting.drainTo(next, atOnce - 1);
        next.forEach(CountDownLatch::countDown);
        Thread.startVirtualThread(() -> {}).join();
    }

    @Override
    public void close() {
        dispatcher.interrupt();
    }
}
