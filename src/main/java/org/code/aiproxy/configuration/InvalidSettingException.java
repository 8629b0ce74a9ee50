package org.code.aiproxy.configuration;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;
import org.code.aiproxy.textfile.Shown;
import org.springframework.boot.convert.DurationStyle;

/** A setting that stops the start. */
public final class InvalidSettingException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private static final Pattern SECRET =
            Pattern.compile("key|secret|token|password|https?[_-]proxy", Pattern.CASE_INSENSITIVE);

    /**
     * @param setting its name, as operators write it
     * @param problem what is wrong with it and what to do, to follow its name in a sentence; never
     *     a secret
     */
    public InvalidSettingException(String setting, String problem) {
        super(setting + " " + problem);
    }

    /**
     * A setting with a value that isn't allowed. The message shows the value unless the setting's
     * name says that it is secret, or it may be an address with a password.
     *
     * @param setting its name, as operators write it
     * @param allowed what the value must be, such as "a time such as 150s"
     * @param value the value
     */
    public InvalidSettingException(String setting, String allowed, Object value) {
        super(sentence(setting, allowed, written(value)));
    }

    /** As people write it. */
    private static String written(Object value) {
        if (value instanceof Duration time) {
            boolean isWhole = time.toNanosPart() == 0;
            return DurationStyle.SIMPLE.print(
                    time, isWhole ? ChronoUnit.SECONDS : ChronoUnit.MILLIS);
        }
        return value.toString();
    }

    static String sentence(String setting, String allowed, String value) {
        return SECRET.matcher(setting).find() || value.contains("@")
                ? "%s must be %s.".formatted(setting, allowed)
                : "%s must be %s, not `%s`.".formatted(setting, allowed, new Shown(value));
    }
}
