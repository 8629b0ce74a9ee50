package org.code.aiproxy.provider.lifetime;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.code.aiproxy.model.Deadline;
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

    /** A list that counts how often it is asked. */
    private static final class Published implements PublishedLifetimes {

        private final AtomicInteger asked = new AtomicInteger();
        private final AtomicReference<Map<String, Optional<LocalDate>>> list =
                new AtomicReference<>(Map.of());

        @Override
        public String provider() {
            return "openai";
        }

        @Override
        public boolean canBeAsked() {
            return true;
        }

        @Override
        public Map<String, Optional<LocalDate>> ask(Deadline deadline) {
            asked.incrementAndGet();
            if (list.get().isEmpty()) {
                throw new ModelException.Unavailable("OpenAI", "is down.");
            }
            return list.get();
        }
    }

    private final Published published = new Published();
    private final ModelLifetimes lifetimes =
            new ModelLifetimes(
                    new ModelCatalogue(List.of(CARD, DEAD), clock), List.of(published), clock);

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
        published.list.set(Map.of("gpt-4.1-mini", Optional.of(later)));
        assertThat(lifetimes.of(CARD, CARD.id()).shutdown()).as("before it is asked").contains(END);

        lifetimes.refresh();

        assertThat(lifetimes.of(CARD, CARD.id()).shutdown()).contains(later);
        assertThat(lifetimes.of(CARD, CARD.id()).successor()).contains("gpt-6-luna");
    }

    @Test
    void believesAProviderThatAnnouncedNoEnd() {
        published.list.set(Map.of("gpt-4", Optional.empty()));

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
        published.list.set(Map.of("gpt-4.1-mini", Optional.empty()));
        lifetimes.refresh();
        lifetimes.refresh();
        assertThat(published.asked).hasValue(1);

        now.updateAndGet(it -> it.plus(Duration.ofHours(13)));
        lifetimes.refresh();
        assertThat(published.asked).hasValue(2);
    }

    @Test
    void keepsWhatWasSaidWhenTheProviderFailsLater() {
        published.list.set(Map.of("gpt-4.1-mini", Optional.empty()));
        lifetimes.refresh();
        published.list.set(Map.of());
        now.updateAndGet(it -> it.plus(Duration.ofHours(13)));

        lifetimes.refresh();
        lifetimes.refresh();

        assertThat(published.asked).hasValue(2);
        assertThat(lifetimes.of(CARD, CARD.id()).shutdown()).isEmpty();
    }
}
