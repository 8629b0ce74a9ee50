package org.code.aiproxy.provider.adaptation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.code.aiproxy.model.catalogue.Effort;
import org.code.aiproxy.model.catalogue.Parameter;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** The words that providers refuse parameters with, as users of theirs have reported them. */
class RefusalReaderTests {

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "/adaptation/refusals.csv", numLinesToSkip = 1)
    void readsWhatProvidersWrite(String message, @Nullable String param, String expected) {
        assertThat(RefusalReader.read(message, Optional.ofNullable(param)))
                .isEqualTo(refusal(expected));
    }

    @ParameterizedTest(name = "{0}")
    @CsvFileSource(resources = "/adaptation/other-errors.csv", numLinesToSkip = 1)
    void leavesErrorsAloneThatNameNoParameter(String message, @Nullable String param) {
        assertThat(RefusalReader.read(message, Optional.ofNullable(param))).isEmpty();
    }

    /** A parameter; efforts after a colon are those that are allowed, a number is a limit. */
    private static Optional<Refusal> refusal(String text) {
        List<String> parts = List.of(text.split(": ?"));
        Parameter parameter =
                Arrays.stream(Parameter.values())
                        .filter(it -> it.wireName().equals(parts.getFirst()))
                        .findFirst()
                        .orElseThrow();
        if (parts.size() == 1) {
            return Optional.of(new Refusal.Unsupported(parameter));
        }
        return Optional.of(
                parameter == Parameter.MAX_TOKENS
                        ? new Refusal.TooManyTokens(Integer.parseInt(parts.getLast()))
                        : new Refusal.EffortNotAllowed(efforts(parts.getLast())));
    }

    private static List<Effort> efforts(String names) {
        return Arrays.stream(names.split(" "))
                .flatMap(name -> Effort.parse(name).stream())
                .toList();
    }
}
