package org.code.aiproxy.provider.lifetime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.code.aiproxy.model.ListedModel;
import org.code.aiproxy.model.ModelException;
import org.code.aiproxy.model.catalogue.Lifetime;
import org.code.aiproxy.model.catalogue.ModelCard;
import org.code.aiproxy.model.catalogue.ModelCatalogue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModelLifetimesTests {

    private static final LocalDate END = LocalDate.of(2027, 1, 14);

    private static final ModelCard CARD =
            ModelCard.of("openai", "gpt-4.1-mini", 1000, 1000)
                    .ending(Optional.of(END), Optional.of("gpt-6-luna"));

    private static final ModelCard DEAD =
            ModelCard.of("openai", "gpt-4", 1000, 1000)
                    .ending(Optional.of(LocalDate.of(2026, 10, 23)), Optional.empty());

    private final AtomicReference<Instant> now =
            new AtomicReference<>(Instant.parse("2026-11-26T12:00:00Z"));
    private final InstantSource source = now::get;
    private final Clock clock = source.withZone(ZoneOffset.UTC);

    private final PublishedLifetimes published = openAi();
    private final ModelLifetimes lifetimes =
            new ModelLifetimes(
                    new ModelCatalogue(List.of(CARD, DEAD), clock), List.of(published), clock);

    /** Its list can't be had until a test has one. */
    private static PublishedLifetimes openAi() {
        PublishedLifetimes openAi = mock();
        when(openAi.provider()).thenReturn("openai");
        when(openAi.canBeAsked()).thenReturn(true);
        doThrow(down()).when(openAi).ask(any());
        return openAi;
    }

    private static ModelException down() {
        return new ModelException.Unavailable("OpenAI", "is down.");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-14, ''",
        "2026-11-15, gpt-4.1-mini ends on 2027-01-14; its successor is gpt-6-luna.",
        "2027-01-13, gpt-4.1-mini ends on 2027-01-14; its successor is gpt-6-luna.",
        "2027-01-14, gpt-4.1-mini ended on 2027-01-14; its successor is gpt-6-luna."
    })
    void warnsFromSixtyDaysBefore(LocalDate today, String warning) {
        assertThat(CARD.lifetime().warning("gpt-4.1-mini", today).orElse("")).isEqualTo(warning);
    }

    @Test
    void countsTheDaysThatAreLeft() {
        assertThat(CARD.lifetime().daysLeft(LocalDate.of(2026, 11, 26))).contains(49L);
        assertThat(CARD.lifetime().daysLeft(LocalDate.of(2028, 1, 1))).contains(0L);
        assertThat(Lifetime.OPEN.daysLeft(LocalDate.of(2026, 11, 26))).isEmpty();
    }

    @Test
    void believesTheProviderBeforeTheCatalogue() {
        LocalDate later = LocalDate.of(2027, 6, 1);
        doReturn(Map.of("gpt-4.1-mini", Optional.of(later))).when(published).ask(any());
        assertThat(lifetimes.of(CARD, CARD.id()).shutdown()).as("before it is asked").contains(END);

        lifetimes.refresh();

        assertThat(lifetimes.of(CARD, CARD.id()).shutdown()).contains(later);
        assertThat(lifetimes.of(CARD, CARD.id()).successor()).contains("gpt-6-luna");
    }

    @Test
    void believesAProviderThatAnnouncedNoEnd() {
        doReturn(Map.of("gpt-4", Optional.empty())).when(published).ask(any());

        assertThat(lifetimes.listed("openai", ""))
                .extracting(ListedModel::name)
                .containsExactly("gpt-4.1-mini", "gpt-4");
    }

    @Test
    void listsWhatIsAliveByTheCatalogueWhileTheProviderCannotTell() {
        assertThat(lifetimes.listed("openai", "x/"))
                .containsExactly(new ListedModel("x/gpt-4.1-mini", "openai", Optional.of(END)));
    }

    @Test
    void asksAgainOnlyWhenTheAnswerIsOld() {
        doReturn(Map.of("gpt-4.1-mini", Optional.empty())).when(published).ask(any());
        lifetimes.refresh();
        lifetimes.refresh();
        verify(published).ask(any());

        now.updateAndGet(it -> it.plus(Duration.ofHours(13)));
        lifetimes.refresh();
        verify(published, times(2)).ask(any());
    }

    @Test
    void keepsWhatWasSaidWhenTheProviderFailsLater() {
        doReturn(Map.of("gpt-4.1-mini", Optional.empty())).when(published).ask(any());
        lifetimes.refresh();
        doThrow(down()).when(published).ask(any());
        now.updateAndGet(it -> it.plus(Duration.ofHours(13)));

        lifetimes.refresh();
        lifetimes.refresh();

        verify(published, times(2)).ask(any());
        assertThat(lifetimes.of(CARD, CARD.id()).shutdown()).isEmpty();
    }
}
