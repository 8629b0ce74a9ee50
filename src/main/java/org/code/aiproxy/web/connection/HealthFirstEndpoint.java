package org.code.aiproxy.web.connection;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.apache.tomcat.util.net.NioChannel;
import org.apache.tomcat.util.net.NioEndpoint;
import org.apache.tomcat.util.net.SocketEvent;
import org.apache.tomcat.util.net.SocketProcessorBase;
import org.apache.tomcat.util.net.SocketWrapperBase;

/**
 * Tomcat's endpoint, which answers load balancers' checks on threads of their own. Virtual threads
 * run in the order in which they became ready, and a check would wait behind a thousand requests
 * that came, or were answered by a model, at the same moment.
 */
final class HealthFirstEndpoint extends NioEndpoint {

    /** So few can't be kept busy by anyone for long: a check has no body, and a short answer. */
    private static final int THREADS = 4;

    private static final Duration UNUSED = Duration.ofMinutes(1);

    private final ThreadPoolExecutor checks =
            new ThreadPoolExecutor(
                    0,
                    THREADS,
                    UNUSED.toSeconds(),
                    TimeUnit.SECONDS,
                    new SynchronousQueue<>(),
                    Thread.ofPlatform().daemon().name("health-check-", 0).factory());

    /** Called with what serves all requests, and so this stands before that. */
    @Override
    public void setExecutor(Executor executor) {
        super.setExecutor(task -> execute(task, executor));
    }

    private void execute(Runnable task, Executor others) {
        if (task instanceof Arrival arrival && arrival.isCheck()) {
            try {
                checks.execute(task);
                return;
            } catch (RejectedExecutionException e) {
                // All of its threads are busy, and so it is treated as any request.
            }
        }
        others.execute(task);
    }

    @Override
    protected SocketProcessorBase<NioChannel> createSocketProcessor(
            SocketWrapperBase<NioChannel> connection, SocketEvent what) {
        return new Arrival(connection, what);
    }

    /** Something that arrived over a connection. */
    private final class Arrival extends SocketProcessor {

        private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

        Arrival(SocketWrapperBase<NioChannel> connection, SocketEvent what) {
            super(connection, what);
        }

        /**
         * Whether it is a check, and nothing else. Has Tomcat read ahead as far as its buffer for
         * the connection reaches; the request is read from there.
         */
        boolean isCheck() {
            if (event != SocketEvent.OPEN_READ) {
                return false;
            }
            try {
                socketWrapper.read(false, NOTHING.duplicate());
            } catch (IOException e) {
                // Whoever handles the connection finds out.
                return false;
            }
            var buffers = socketWrapper.getSocketBufferHandler();
            buffers.configureReadBufferForRead();
            ByteBuffer arrived = buffers.getReadBuffer().duplicate();
            return arrived.hasRemaining()
                    && arrived.get(arrived.position()) == 'G'
                    && isCheck(StandardCharsets.ISO_8859_1.decode(arrived).toString());
        }

        /** One request without a body. */
        private static boolean isCheck(String arrived) {
            int head = arrived.indexOf("\r\n\r\n");
            String[] line = arrived.split(" ", 3);
            return head == arrived.length() - 4
                    && line.length == 3
                    && line[0].equals("GET")
                    && HealthChecks.include(line[1])
                    && !arrived.contains("ontent-")
                    && !arrived.contains("ransfer-");
        }
    }
}
