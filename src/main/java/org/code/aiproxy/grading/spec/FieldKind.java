package org.code.aiproxy.grading.spec;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** What a field's value can be. */
public sealed interface FieldKind {

    /** What a value must be where everything is text, to follow "must be". */
    String asText();

    /** What a value must be in typed JSON, to follow "must be". */
    String asJson();

    /**
     * A text.
     *
     * @param most how many characters it may have
     */
    record Text(int most) implements FieldKind {

        /** What no other limit holds back; a whole body can have twice as much. */
        static final Text LONG = new Text(1_000_000);

        @Override
        public String asText() {
            return "text";
        }

        @Override
        public String asJson() {
            return "a string";
        }
    }

    /** Yes or no; no where nothing is said. */
    record Flag() implements FieldKind {

        @Override
        public String asText() {
            return "1 or 0, or true or false";
        }

        @Override
        public String asJson() {
            return "true or false";
        }
    }

    /**
     * A whole number.
     *
     * @param usual what counts where nothing is said
     */
    record Whole(int least, int most, int usual) implements FieldKind {

        boolean has(int value) {
            return value >= least && value <= most;
        }

        @Override
        public String asText() {
            return "a whole number from %d to %d".formatted(least, most);
        }

        @Override
        public String asJson() {
            return asText();
        }
    }

    /**
     * A number.
     *
     * @param usual what counts where nothing is said, if that is a number
     */
    record Decimal(int least, int most, OptionalDouble usual) implements FieldKind {

        boolean has(BigDecimal value) {
            return value.compareTo(BigDecimal.valueOf(least)) >= 0
                    && value.compareTo(BigDecimal.valueOf(most)) <= 0;
        }

        boolean has(double value) {
            return value >= least && value <= most;
        }

        @Override
        public String asText() {
            return "a number from %d to %d".formatted(least, most);
        }

        @Override
        public String asJson() {
            return asText();
        }
    }

    /**
     * One of a few words.
     *
     * @param usual what counts where nothing is said, if that is one of them
     */
    record Word(List<String> words, Optional<String> usual) implements FieldKind {

        public Word {
            words = List.copyOf(words);
        }

        @Override
        public String asText() {
            return words.size() == 2
                    ? String.join(" or ", words)
                    : "one of " + String.join(", ", words);
        }

        @Override
        public String asJson() {
            return asText();
        }
    }

    /**
     * Pairs of texts.
     *
     * @param most how many pairs
     */
    record Pairs(int most) implements FieldKind {

        @Override
        public String asText() {
            return "a JSON array of pairs, [[program, response], …], all strings";
        }

        @Override
        public String asJson() {
            return "an array of pairs of strings, [[program, response], …]";
        }
    }

    /** Names of key concepts. */
    record Names() implements FieldKind {

        @Override
        public String asText() {
            return "names of key concepts: repeated, with commas, or a JSON array";
        }

        @Override
        public String asJson() {
            return "an array of strings";
        }
    }
}
