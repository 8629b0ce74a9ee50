package org.code.aiproxy;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * Inputs that are nearly right: samples with some random changes, the same ones in every run.
 * {@code -Dfuzz.seed} chooses other ones, {@code -Dfuzz.times} so many times as many.
 */
public final class Mutation {

    private static final long SEED = Long.getLong("fuzz.seed", 20230901L);
    private static final int TIMES = Integer.getInteger("fuzz.times", 1);
    private static final int MOST_MUTATIONS = 8;
    private static final int LONGEST_PIECE = 80;

    private final RandomGenerator random =
            RandomGeneratorFactory.of("L64X128MixRandom").create(SEED);
    private final List<String> samples;
    private final List<String> fragments;
    private int count;

    /**
     * @param samples what is mutated, and where pieces of other samples come from
     * @param fragments what a reader could stumble over
     */
    public Mutation(List<String> samples, String... fragments) {
        this.samples = List.copyOf(samples);
        this.fragments = List.of(fragments);
    }

    /** How many inputs a test makes that usually makes so many. */
    public static int times(int usual) {
        return Math.multiplyExact(usual, TIMES);
    }

    /** Any of the samples, with up to seven changes. */
    public String next() {
        return next(any(samples));
    }

    /** A text with up to seven changes. */
    public String next(String sample) {
        count++;
        StringBuilder text = new StringBuilder(sample);
        for (int left = random.nextInt(1, MOST_MUTATIONS); left > 0; left--) {
            mutate(text);
        }
        return text.toString();
    }

    /** Bytes with up to seven changes: bits flip, pieces vanish, come again or change places. */
    public byte[] next(byte[] sample) {
        count++;
        byte[] bytes = sample;
        for (int left = random.nextInt(1, MOST_MUTATIONS); left > 0 && bytes.length > 0; left--) {
            bytes = mutated(bytes);
        }
        return bytes;
    }

    /** One of some values. */
    public <T> T any(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    /** A number from 0 up to one below the bound. */
    public int number(int bound) {
        return random.nextInt(bound);
    }

    /** What makes the latest input come again. */
    @Override
    public String toString() {
        return "seed %d, input %d".formatted(SEED, count);
    }

    private void mutate(StringBuilder text) {
        int at = random.nextInt(text.length() + 1);
        int end = Math.min(text.length(), at + random.nextInt(1, LONGEST_PIECE));
        switch (random.nextInt(8)) {
            case 0, 1 -> text.insert(at, any(fragments));
            case 2 -> text.delete(at, Math.min(text.length(), at + random.nextInt(1, 4)));
            case 3 -> text.delete(at, end);
            case 4 -> text.insert(at, text.substring(at, end).repeat(random.nextInt(1, 5)));
            case 5 -> text.insert(at, piece(any(samples)));
            case 6 -> text.insert(at, (char) random.nextInt(Character.MAX_VALUE + 1));
            default -> truncate(text);
        }
    }

    /** Seldom, because little is left to go wrong afterwards. */
    private void truncate(StringBuilder text) {
        if (random.nextInt(4) == 0) {
            text.setLength(random.nextInt(text.length() + 1));
        }
    }

    private String piece(String other) {
        int start = random.nextInt(other.length() + 1);
        return other.substring(
                start, Math.min(other.length(), start + random.nextInt(1, LONGEST_PIECE)));
    }

    private byte[] mutated(byte[] bytes) {
        int at = random.nextInt(bytes.length);
        int end = Math.min(bytes.length, at + random.nextInt(1, LONGEST_PIECE));
        byte[] before = Arrays.copyOf(bytes, at);
        byte[] piece = Arrays.copyOfRange(bytes, at, end);
        byte[] after = Arrays.copyOfRange(bytes, end, bytes.length);
        return switch (random.nextInt(7)) {
            case 0, 1 -> {
                piece[0] ^= (byte) (1 << random.nextInt(Byte.SIZE));
                yield joined(before, piece, after);
            }
            case 2 -> joined(before, after);
            case 3 -> joined(before, piece, piece, after);
            case 4 -> joined(piece, before, after);
            case 5 -> {
                byte[] noise = new byte[random.nextInt(1, 16)];
                random.nextBytes(noise);
                yield joined(before, noise, piece, after);
            }
            default -> random.nextBoolean() ? before : bytes;
        };
    }

    private static byte[] joined(byte[]... parts) {
        byte[] all = new byte[Arrays.stream(parts).mapToInt(part -> part.length).sum()];
        int at = 0;
        for (byte[] part : parts) {
            System.arraycopy(part, 0, all, at, part.length);
            at += part.length;
        }
        return all;
    }
}
