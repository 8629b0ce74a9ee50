package org.code.aiproxy.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import org.code.aiproxy.model.Failure.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class FailureTests {

    private static final Path ALARMS = Path.of("cicd/3-app/template.yml");

    private static final Pattern OUTCOME = Pattern.compile("\\$\\.outcome = \"(\\w+)\"");

    @ParameterizedTest
    @CsvSource({
        "400, REQUEST_REFUSED, 400, REJECTED",
        "404, REQUEST_REFUSED, 404, REJECTED",
        "422, REQUEST_REFUSED, 422, REJECTED",
        "401, ACCOUNT_REFUSED, 502, PROVIDER_ERROR",
        "403, ACCOUNT_REFUSED, 502, PROVIDER_ERROR",
    })
    void tellsOpenAisClientsWhatIsWrongWithTheirRequest(
            int status, Failure failure, int told, Outcome outcome) {
        ModelException refused = new ModelException.Refused("X", status, "no");

        assertThat(refused.failure()).isEqualTo(failure);
        assertThat(refused.openAiStatus()).isEqualTo(told);
        assertThat(failure.outcome(told)).isEqualTo(outcome);
        assertThat(failure.outcome(failure.status())).isEqualTo(Outcome.PROVIDER_ERROR);
    }

    /** Providers refuse models with 403 and 400, too. */
    @Test
    void tellsOpenAisClientsThatThereIsNoSuchModel() {
        ModelException refused =
                new ModelException.ModelRefused("X", 403, "no access", new IOException());

        assertThat(refused.openAiStatus()).isEqualTo(404);
        assertThat(refused.failure().openAiCode()).contains("model_not_found");
    }

    @Test
    void asksTheNextModelWhereAnAnswerIsWithheldOrCannotBeAskedFor() {
        assertThat(new ModelException.Filtered("X", "no").failure().isWorthAnotherModel()).isTrue();
        assertThat(
                        new ModelException.Refused("X", "no region", new IOException())
                                .failure()
                                .isWorthAnotherModel())
                .isTrue();
    }

    @Test
    void paysForNonsenseOnce() {
        Failure garbled = new ModelException.Garbled("X", "answered nonsense.").failure();

        assertThat(garbled.isWorthAnotherTry()).isFalse();
        assertThat(garbled.isWorthAnotherModel()).isTrue();
        assertThat(garbled.isOutage()).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void isNotTriedAgainOnceACallerWasBlamed(Failure failure) {
        if (failure.outcome(failure.status()) == Outcome.REJECTED) {
            assertThat(failure.isWorthAnotherTry()).isFalse();
            assertThat(failure.isOutage()).isFalse();
        }
        assertThat(failure.errorType()).matches("[a-z_]+");
    }

    @Test
    void namesTheOutcomesThatTheAlarmCounts() throws IOException {
        assertThat(
                        OUTCOME.matcher(Files.readString(ALARMS))
                                .results()
                                .map(it -> it.group(1).toUpperCase(Locale.ROOT)))
                .isNotEmpty()
                .isSubsetOf(Arrays.stream(Outcome.values()).map(Outcome::name).toList());
    }
}
