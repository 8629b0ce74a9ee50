package org.code.aiproxy.rubrictester.run;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
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

    /** Beyond what is written: Windows lets no one read what is locked. */
    private static final long PLACE = Long.MAX_VALUE - 1;

    private final FileChannel channel;

    private RunLock(FileChannel channel) {
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
            return take(file, folder);
        } catch (IOException e) {
            throw WritableFolder.unwritable(file, e);
        }
    }

    /** POSIX gives the lock up when any channel of this process on the file is closed. */
    private static RunLock take(Path file, Path folder) throws IOException {
        FileChannel channel =
                FileChannel.open(
                        file,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE,
                        LinkOption.NOFOLLOW_LINKS);
        if (!canLock(channel)) {
            channel.close();
            throw new InvalidDataException(
                    "Another run uses %s%s. Wait until it ends, or stop it, and start again."
                            .formatted(folder, owner(file)));
        }
        byte[] owner = thisProcess().getBytes(StandardCharsets.UTF_8);
        channel.truncate(0).write(ByteBuffer.wrap(owner));
        return new RunLock(channel);
    }

    private static boolean canLock(FileChannel channel) throws IOException {
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

    /** The file stays, empty: another run may have opened it already, to lock it next. */
    @Override
    public void close() {
        try (channel) {
            channel.truncate(0);
        } catch (IOException e) {
            // Whoever comes next takes the file over.
        }
    }
}
