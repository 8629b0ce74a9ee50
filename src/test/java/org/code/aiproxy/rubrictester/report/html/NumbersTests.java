package org.code.aiproxy.rubrictester.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;
import org.code.aiproxy.rubrictester.statistics.Interval;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumbersTests {

    @ParameterizedTest
    @CsvSource({"0, 0 %", "0.85, 85 %", "0.8333, 83.3 %", "0.9967, 99.7 %", "1, 100 %"})
    void givesSharesInPercent(double share, String text) {
        assertThat(Numbers.percent(share)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0.00",
        "-0.001, 0.00",
        "0.004, 0.00",
        "-0.25, −0.25",
        "1.5, +1.50",
        "10, +10.00"
    })
    void givesDifferencesTheirSign(double difference, String text) {
        assertThat(Numbers.signed(OptionalDouble.of(difference))).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"0, 0.00 USD", "0.0042, 0.0042 USD", "0.31, 0.31 USD", "12.345, 12.35 USD"})
    void givesSmallAmountsMoreDigits(BigDecimal usd, String text) {
        assertThat(Numbers.usd(Optional.of(usd))).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"0, 0.0 s", "1450, 1.5 s", "119900, 119.9 s", "185000, 3 min 5 s"})
    void givesLongTimesInMinutes(long millis, String text) {
        assertThat(Numbers.seconds(Duration.ofMillis(millis))).isEqualTo(text);
    }

    @Test
    void showsWhatIsUndefinedAsSuch() {
        assertThat(Numbers.percent(OptionalDouble.empty())).isEqualTo("n/a");
        assertThat(Numbers.decimal(OptionalDouble.empty())).isEqualTo("n/a");
        assertThat(Numbers.signed(OptionalDouble.empty())).isEqualTo("n/a");
        assertThat(Numbers.usd(Optional.empty())).isEqualTo("n/a");
        assertThat(Numbers.decimals(Optional.empty())).isEqualTo("interval n/a");
    }

    @Test
    void givesIntervals() {
        Interval interval = new Interval(-0.05, 0.641);

        assertThat(Numbers.decimals(Optional.of(interval))).isEqualTo("−0.05 to 0.64");
        assertThat(Numbers.percents(Optional.of(new Interval(0.64, 0.948))))
                .isEqualTo("64 to 95 %");
    }
}
