package org.code.aiproxy.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.code.aiproxy.settings.InvalidSettingException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.FileSystemResource;

/**
 * The cards of a file that may change while the service runs, before those that are shipped. The
 * file is looked at by whoever asks for cards, at most every few seconds and by one thread at a
 * time; the others go on with the cards that there are.
 */
final class WatchedCatalogue implements Supplier<CardIndex> {

    private static final Logger LOG = LoggerFactory.getLogger(WatchedCatalogue.class);

    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(5);

    private final Path file;
    private final CardIndex shipped;
    private final Clock clock;
    private final ReentrantLock looking = new ReentrantLock();
    private final AtomicReference<State> state;

    /**
     * What was read.
     *
     * @param version the file that it was read from, or that couldn't be read
     * @param looked when the file was last looked at
     */
    private record State(CardIndex cards, Version version, Instant looked) {}

    /**
     * Tells two contents of a file apart.
     *
     * @param changed empty where there is no file
     */
    private record Version(Optional<FileTime> changed, long size) {}

    /**
     * @throws InvalidSettingException when the file can't be read
     */
    WatchedCatalogue(Path file, CardIndex shipped, Clock clock) {
        this.file = file;
        this.shipped = shipped;
        this.clock = clock;
        Version version = version();
        this.state = new AtomicReference<>(new State(read(), version, clock.instant()));
    }

    @Override
    public CardIndex get() {
        if (clock.instant().isAfter(state.get().looked().plus(BETWEEN_LOOKS))
                && looking.tryLock()) {
            try {
                state.set(look(state.get()));
            } finally {
                looking.unlock();
            }
        }
        return state.get().cards();
    }

    private State look(State before) {
        Version version = version();
        if (version.equals(before.version())) {
            return new State(before.cards(), version, clock.instant());
        }
        try {
            CardIndex cards = read();
            LOG.info("Model catalogue read again: {}", file);
            return new State(cards, version, clock.instant());
        } catch (InvalidSettingException e) {
            LOG.warn("Keeping the model cards from before: {}", e.getMessage());
            return new State(before.cards(), version, clock.instant());
        }
    }

    private CardIndex read() {
        return CatalogueReader.read(new FileSystemResource(file)).before(shipped);
    }

    private Version version() {
        try {
            return new Version(Optional.of(Files.getLastModifiedTime(file)), Files.size(file));
        } catch (IOException e) {
            return new Version(Optional.empty(), 0);
        }
    }
}
