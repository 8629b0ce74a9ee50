package org.code.aiproxy.provider.openai;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.benmanes.caffeine.cache.Ticker;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.code.aiproxy.provider.adaptation.Adaptations;
import org.code.aiproxy.provider.adaptation.AnswerForm;
import org.code.aiproxy.provider.adaptation.Asked;
import org.code.aiproxy.provider.adaptation.Conventions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StructuredOutputSettingTests {

    @ParameterizedTest
    @CsvSource({"AUTO, SCHEMA", "SCHEMA, SCHEMA", "TOOL, TOOL", "OFF, PROMPT"})
    void saysWhatIsTriedFirst(StructuredOutput setting, AnswerForm first) {
        Conventions conventions =
                new Conventions("server", "server", List.of(), false, setting.forms());
        AnswerForm form =
                new Adaptations(new SimpleMeterRegistry(), Ticker.systemTicker())
                        .to(conventions)
                        .ask(
                                new Asked(
                                        new Asked.Subject(
                                                "model", Optional.empty(), Optional.empty()),
                                        Set.of()),
                                shape -> shape.form());
        assertThat(form).isEqualTo(first);
    }
}
