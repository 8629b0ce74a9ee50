package org.code.aiproxy.rubrictester;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.code.aiproxy.rubrictester.dataset.InvalidDataException;
import org.code.aiproxy.rubrictester.dataset.WritableFolder;

/**
 * Keeps a second run out of a folder. The operating system holds the lock and gives it up with the
 * process, so that a run that was killed leaves none; a hidden file beside the folder says who has
 * it.
 */
final class RunLock implements AutoCloseable {

    /** Beyond what is written: Windows lets nobody read what is locked. */
    private static final long PLACE = Long.MAX_VALUE - 1;

    private static final int MOST_TRIES = 10;

    private final Path file;
    private final FileChannel channel;

    private RunLock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /**
     * Locks a folder until closed.
     *
     * @throws InvalidDataException when another run has it; the message says which
     */
    static RunLock take(Path folder) {
        Path absolute = folder.toAbsolutePath().normalize();
        Path file = absolute.resolveSibling(".%s.lock".formatted(absolute.getFileName()));
        try {
            Files.createDirectories(Optional.ofNullable(file.getParent()).orElseThrow());
            for (int tries = 0; tries < MOST_TRIES; tries++) {
                Optional<RunLock> lock = tryToTake(file, folder);
                if (lock.isPresent()) {
                    return lock.get();
                }
            }
            throw new InvalidDataException("Other runs keep locking %s.".formatted(folder));
        } catch (IOException e) {
            throw WritableFolder.unwritable(file, e);
        }
    }

    /** Empty where the file was deleted by whoever had the lock before, and another can be made. */
    private static Optional<RunLock> tryToTake(Path file, Path folder) throws IOException {
        FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (!isLocked(channel)) {
            channel.close();
            throw new InvalidDataException(
                    "Another run uses %s%s. Wait until it ends, or stop it, and start again."
                            .formatted(folder, owner(file)));
        }
        String owner = thisProcess();
        channel.truncate(0).write(ByteBuffer.wrap(owner.getBytes(StandardCharsets.UTF_8)));
        if (Files.exists(file) && Files.readString(file).equals(owner)) {
            return Optional.of(new RunLock(file, channel));
        }
        channel.close();
        return Optional.empty();
    }

    private static boolean isLocked(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock(PLACE, 1, false);
            return lock != null;
        } catch (OverlappingFileLockException e) {
            // Another run in this process.
            return false;
        }
    }

    private static String owner(Path file) {
        try {
            String owner = Files.readString(file).strip();
            return owner.isEmpty() ? "" : ": " + owner;
        } catch (IOException e) {
            return "";
        }
    }

    private static String thisProcess() {
        return "process %d on %s, since %s\n"
                .formatted(
                        ProcessHandle.current().pid(),
                        host(),
                        Clock.systemUTC().instant().truncatedTo(ChronoUnit.SECONDS));
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "a host without a name";
        }
    }

    @Override
    public void close() {
        try (channel) {
            // Before the lock is given up, so that nobody else's file is deleted.
            Files.deleteIfExists(file);
        } catch (IOException e) {
            // Whoever comes next takes the file over.
        }
    }
}
