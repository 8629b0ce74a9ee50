package org.code.aiproxy.provider.answer;

import java.time.Duration;
import org.code.aiproxy.configuration.InvalidSettingException;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Limits of providers' answers.
 *
 * @param maxSize the longest answer in one piece, and the longest event of a stream
 * @param silence how long a stream may go on without a piece of its answer
 */
@ConfigurationProperties("aiproxy.answers")
record AnswerProperties(
        @DefaultValue("8MB") DataSize maxSize, @DefaultValue("120s") Duration silence) {

    private static final DataSize LEAST = DataSize.ofKilobytes(64);

    /** What an array can hold, with room to spare. */
    private static final DataSize MOST = DataSize.ofGigabytes(1);

    AnswerProperties {
        if (maxSize.compareTo(LEAST) < 0 || maxSize.compareTo(MOST) > 0) {
            throw new InvalidSettingException(
                    "AIPROXY_MAX_ANSWER_SIZE", "from 64KB to 1GB", maxSize);
        }
        if (!silence.isPositive()) {
            throw new InvalidSettingException(
                    "AIPROXY_STREAM_SILENCE", "a time such as 120s", silence);
        }
    }
}
