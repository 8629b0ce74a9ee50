package org.code.aiproxy.cli;

import java.time.Duration;
import org.code.aiproxy.player.Latency;
import org.springframework.boot.convert.DurationStyle;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a time, or two with a hyphen between them. */
final class LatencyConverter implements ITypeConverter<Latency> {

    @Override
    public Latency convert(String text) {
        int hyphen = text.indexOf('-');
        try {
            return hyphen < 0
                    ? new Latency(time(text), time(text))
                    : new Latency(
                            time(text.substring(0, hyphen)), time(text.substring(hyphen + 1)));
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException(
                    "must be a time such as 500ms, or two such as 1s-5s, not `%s`."
                            .formatted(text));
        }
    }

    /** Without a unit it would be milliseconds, which some take for seconds. */
    private static Duration time(String text) {
        if (text.matches("\\d*")) {
            throw new IllegalArgumentException("no unit");
        }
        return DurationStyle.SIMPLE.parse(text);
    }
}
