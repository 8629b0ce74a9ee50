package org.code.aiproxy.configuration;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a file says that may change while the service runs. The file is looked at by whoever asks,
 * at most every few seconds and by one thread at a time; the others go on with what there is. A
 * file that can't be read any more is warned of, and what it said before stays.
 *
 * @param <T> what is read
 */
public final class WatchedFile<T> implements Supplier<T> {

    private static final Logger LOG = LoggerFactory.getLogger(WatchedFile.class);

    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(5);

    private final String content;
    private final Path file;
    private final Function<Path, T> reader;
    private final Clock clock;
    private final ReentrantLock looking = new ReentrantLock();
    private final AtomicReference<State<T>> state;

    /**
     * What was read.
     *
     * @param version the file that it was read from, or that couldn't be read
     * @param looked when the file was last looked at
     */
    private record State<T>(T value, Version version, Instant looked) {}

    /**
     * Tells two contents of a file apart.
     *
     * @param changed empty where there is no file
     * @param file which file has the name, where the file system can tell
     */
    private record Version(Optional<FileTime> changed, long size, Optional<Object> file) {}

    /**
     * @param content what the file has, for the log, such as {@code model cards}
     * @param reader reads it, and throws {@link InvalidSettingException}s
     * @throws InvalidSettingException when the file can't be read
     */
    public WatchedFile(String content, Path file, Function<Path, T> reader, Clock clock) {
        this.content = content;
        this.file = file;
        this.reader = reader;
        this.clock = clock;
        Version version = version();
        this.state =
                new AtomicReference<>(new State<>(reader.apply(file), version, clock.instant()));
    }

    @Override
    public T get() {
        if (clock.instant().isAfter(state.get().looked().plus(BETWEEN_LOOKS))
                && looking.tryLock()) {
            try {
                state.set(look(state.get()));
            } finally {
                looking.unlock();
            }
        }
        return state.get().value();
    }

    private State<T> look(State<T> before) {
        Version version = version();
        T value = version.equals(before.version()) ? before.value() : readAgain(before.value());
        return new State<>(value, version, clock.instant());
    }

    private T readAgain(T before) {
        try {
            T value = reader.apply(file);
            LOG.info("Read the {} again: {}", content, file);
            return value;
        } catch (InvalidSettingException e) {
            LOG.warn("Keeping the {} from before: {}", content, e.getMessage());
            return before;
        }
    }

    private Version version() {
        try {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return new Version(
                    Optional.of(attributes.lastModifiedTime()),
                    attributes.size(),
                    Optional.ofNullable(attributes.fileKey()));
        } catch (IOException e) {
            return new Version(Optional.empty(), 0, Optional.empty());
        }
    }
}
