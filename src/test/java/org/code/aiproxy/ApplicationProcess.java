package org.code.aiproxy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The application as a process of its own, which can be sent signals. */
public final class ApplicationProcess implements AutoCloseable {

    private static final Path JAVA =
            Path.of(System.getProperty("java.home")).resolve("bin").resolve("java");

    private final Process process;
    private final List<String> printed = new ArrayList<>();
    private final BlockingQueue<String> unread = new LinkedBlockingQueue<>();
    private final CompletableFuture<Void> reading;

    private ApplicationProcess(Process process) {
        this.process = process;
        this.reading =
                CompletableFuture.runAsync(
                        () -> process.inputReader().lines().forEach(unread::add),
                        Thread::startVirtualThread);
    }

    /**
     * Starts it in a folder.
     *
     * @param environment added to this process's own
     * @param arguments the command and its arguments
     */
    public static ApplicationProcess start(
            Path folder, Map<String, String> environment, String... arguments) throws IOException {
        List<String> command =
                Stream.concat(
                                Stream.of(
                                        JAVA.toString(),
                                        "-cp",
                                        System.getProperty("java.class.path"),
                                        "-XX:TieredStopAtLevel=1",
                                        "-XX:+UseSerialGC",
                                        AiProxyApplication.class.getName()),
                                Stream.of(arguments))
                        .toList();
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().putAll(environment);
        return new ApplicationProcess(builder.start());
    }

    /**
     * Reads what it prints until a line has this in it; fails after a minute of silence.
     *
     * @return the line
     */
    public String awaitLine(String part) throws InterruptedException {
        while (true) {
            String line = unread.poll(60, TimeUnit.SECONDS);
            if (line == null) {
                throw new AssertionError("never printed `%s`: %s".formatted(part, printed));
            }
            printed.add(line);
            if (line.contains(part)) {
                return line;
            }
        }
    }

    /** Sends a signal, such as INT. */
    public void signal(String name) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + name, String.valueOf(process.pid())).start().waitFor();
    }

    /** Waits for its end; returns its exit status. */
    public int awaitEnd() throws InterruptedException {
        if (!process.waitFor(2, TimeUnit.MINUTES)) {
            throw new AssertionError("did not end: " + output());
        }
        reading.join();
        return process.exitValue();
    }

    /** All that it printed so far. */
    public String output() {
        unread.drainTo(printed);
        return String.join("\n", printed);
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
