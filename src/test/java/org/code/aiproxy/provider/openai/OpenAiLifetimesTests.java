package org.code.aiproxy.provider.openai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.code.aiproxy.ScriptedProvider;
import org.code.aiproxy.model.Deadline;
import org.code.aiproxy.model.ModelException;
import org.code.aiproxy.network.Network;
import org.code.aiproxy.provider.answer.GivenLimits;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** OpenAI's list of models, over a real socket. */
class OpenAiLifetimesTests {

    private ScriptedProvider provider;

    @BeforeEach
    void start() throws Exception {
        provider = new ScriptedProvider();
    }

    @AfterEach
    void stop() throws Exception {
        provider.close();
    }

    @Test
    void readShutdownDatesWhereTheListHasThem() {
        provider.plays(call ->
                call.answer(
                        200,
                        "application/json",
                        """
                        {"object": "list", "data": [
                          {"id": "gpt-4.1-mini", "shutdown_date": "2027-01-14"},
                          {"id": "gpt-6-luna", "shutdown_date": null},
                          {"id": "ft:gpt-4o:org::id"}]}
                        """));

        assertThat(lifetimes("sk-x").ask(Deadline.in(Duration.ofSeconds(10))))
                .isEqualTo(
                        Map.of(
                                "gpt-4.1-mini",
                                Optional.of(LocalDate.of(2027, 1, 14)),
                                "gpt-6-luna",
                                Optional.empty()));
    }

    @Test
    void refuseADateThatIsNone() {
        provider.plays(call ->
                call.answer(
                        200,
                        "application/json",
                        "{\"data\": [{\"id\": \"x\", \"shutdown_date\": \"soon\"}]}"));

        assertThatThrownBy(() -> lifetimes("sk-x").ask(Deadline.in(Duration.ofSeconds(10))))
                .isInstanceOf(ModelException.class);
    }

    @Test
    void needAKey() {
        assertThat(lifetimes("sk-x").canBeAsked()).isTrue();
        assertThat(new OpenAiLifetimes(list(), Optional.empty()).canBeAsked()).isFalse();
    }

    private OpenAiLifetimes lifetimes(String key) {
        return new OpenAiLifetimes(list(), Optional.of(key));
    }

    private ModelList list() {
        return new ModelList(
                "OpenAI",
                new HttpClients(URI.create("http://localhost"), Network.direct())::forStreams,
                URI.create(provider.url() + "/v1"),
                GivenLimits.usual());
    }
}
