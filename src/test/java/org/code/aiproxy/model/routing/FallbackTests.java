package org.code.aiproxy.model.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import org.code.aiproxy.model.ModelException;
import org.code.aiproxy.model.TimeBudget;
import org.junit.jupiter.api.Test;

class FallbackTests {

    private final Fallback fallback = new Fallback(new SimpleMeterRegistry());

    @Test
    void goesOnWhereAProviderCanNotEvenBeAsked() {
        assertThat(ask(new ModelException.Refused("Amazon Bedrock", "no region", new Error())))
                .isEqualTo("second");
    }

    @Test
    void goesOnWhereAProviderHasNoKey() {
        assertThat(ask(new ModelException.KeyMissing("needs a key."))).isEqualTo("second");
    }

    @Test
    void tellsTheFaultBeforeWhereTheLastModelHasNoKey() {
        ModelException fault = new ModelException.Unavailable("OpenAI", "is down.");
        assertThatThrownBy(() ->
                        fallback.firstAnswer(
                                List.of("first", "second"),
                                new TimeBudget(Duration.ofMinutes(1)).begin(),
                                (model, _) -> {
                                    throw model.equals("first")
                                            ? fault
                                            : new ModelException.KeyMissing("needs one.");
                                }))
                .isSameAs(fault);
    }

    @Test
    void doesNotGoOnWhereARequestIsRefused() {
        assertThatThrownBy(() -> ask(new ModelException.Refused("Amazon Bedrock", 400, "no")))
                .isInstanceOf(ModelException.Refused.class);
    }

    private String ask(ModelException fault) {
        return fallback.firstAnswer(
                List.of("first", "second"),
                new TimeBudget(Duration.ofMinutes(1)).begin(),
                (model, _) -> {
                    if (model.equals("first")) {
                        throw fault;
                    }
                    return model;
                });
    }
}
