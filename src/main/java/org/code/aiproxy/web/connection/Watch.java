package org.code.aiproxy.web.connection;

/** One caller that is waited for, and the thread that works for it. */
final class Watch implements AutoCloseable {

    private final ClientConnection connection;
    private final Thread worker;
    private boolean isOver;
    private boolean hasCallerGone;

    Watch(ClientConnection connection, Thread worker) {
        this.connection = connection;
        this.worker = worker;
    }

    /** Interrupts the work if the caller has disconnected. */
    synchronized void look() {
        if (!isOver && !hasCallerGone && connection.isClosed()) {
            hasCallerGone = true;
            worker.interrupt();
        }
    }

    synchronized boolean hasCallerGone() {
        return hasCallerGone;
    }

    /** From now on the thread isn't interrupted, and the connection belongs to the server again. */
    @Override
    public synchronized void close() {
        isOver = true;
        if (hasCallerGone && worker.isInterrupted()) {
            Thread.interrupted();
        }
    }
}
