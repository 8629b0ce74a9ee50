package org.code.aiproxy.provider.adaptation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.code.aiproxy.model.ModelException;
import org.code.aiproxy.model.catalogue.Parameter;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class AdaptationTests {

    private static final Set<Parameter> TEMPERATURE = Set.of(Parameter.TEMPERATURE);

    private final AtomicLong now = new AtomicLong();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final Adaptation adaptation =
            new Adaptations(meters, now::get)
                    .to(
                            new Conventions(
                                    "Provider",
                                    "provider",
                                    List.of(TokenLimitField.MAX_TOKENS),
                                    true));

    /** Whether each call that was made had a temperature. */
    private final List<Boolean> calls = new ArrayList<>();

    @Test
    void leavesOutFromTheStartWhatWasRefusedOnce() {
        ask("a");
        ask("a");
        assertThat(calls).containsExactly(true, false, false);
    }

    @Test
    void learnsForEachModel() {
        ask("a");
        ask("b");
        assertThat(calls).containsExactly(true, false, true, false);
    }

    @Test
    void forgetsAfterADay() {
        ask("a");
        now.addAndGet(Duration.ofHours(23).toNanos());
        ask("a");
        now.addAndGet(Duration.ofHours(2).toNanos());
        ask("a");
        assertThat(calls).containsExactly(true, false, false, true, false);
    }

    @Test
    void saysOnceWhatItLearnt() {
        Logger logger = (Logger) LoggerFactory.getLogger(Adaptation.class);
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        log.start();
        logger.addAppender(log);
        logger.setLevel(Level.INFO);
        try {
            ask("a");
            ask("a");
        } finally {
            logger.detachAppender(log);
            logger.setLevel(null);
        }
        assertThat(log.list)
                .extracting(ILoggingEvent::getFormattedMessage)
                .containsExactly("Provider rejects temperature for a; from now on it is left out.");
        assertThat(
                        meters.counter(
                                        "aiproxy.parameters.refused",
                                        "provider",
                                        "provider",
                                        "model",
                                        "other",
                                        "parameter",
                                        "temperature")
                                .count())
                .isEqualTo(1);
    }

    @Test
    void passesOnRefusalsThatSayNothingOfAParameter() {
        assertThatThrownBy(() ->
                        adaptation.ask(
                                asked("a"),
                                shape -> {
                                    throw new ModelException.Refused("Provider", 400, "No.");
                                }))
                .isInstanceOf(ModelException.Refused.class);
    }

    @Test
    void passesOnRefusalsThatAreNotOfTheRequest() {
        assertThatThrownBy(() ->
                        adaptation.ask(
                                asked("a"),
                                shape -> {
                                    throw new ModelException.Refused(
                                            "Provider", 403, "temperature is not for you");
                                }))
                .isInstanceOf(ModelException.Refused.class);
    }

    @Test
    void letsAnotherGoFirstWhereTheFirstCallFails() {
        assertThatThrownBy(() ->
                        adaptation.ask(
                                asked("a"),
                                shape -> {
                                    throw new ModelException.Unavailable("Provider", "is down.");
                                }))
                .isInstanceOf(ModelException.Unavailable.class);
        ask("a");
        assertThat(calls).containsExactly(true, false);
    }

    private void ask(String model) {
        String answer =
                adaptation.ask(
                        asked(model),
                        shape -> {
                            boolean hasTemperature = shape.takes(Parameter.TEMPERATURE);
                            calls.add(hasTemperature);
                            if (hasTemperature) {
                                throw new ModelException.Refused(
                                        "Provider",
                                        400,
                                        "`temperature` is deprecated for this model.");
                            }
                            return "answer";
                        });
        assertThat(answer).isEqualTo("answer");
    }

    private static Asked asked(String model) {
        return new Asked(new Asked.Subject(model, Optional.empty(), Optional.empty()), TEMPERATURE);
    }
}
