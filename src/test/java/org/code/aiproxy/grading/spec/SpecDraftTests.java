package org.code.aiproxy.grading.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.code.aiproxy.grading.prompt.Example;
import org.code.aiproxy.model.catalogue.Effort;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class SpecDraftTests {

    private static final LessonText TEXT =
            new LessonText("Grade.", "Key Concept\nSprites\n", List.of(new Example("a();", "b")));

    @Test
    void listsTheMainParametersAndThoseThatAreUnusual() {
        assertThat(json("{\"model\": \"gpt-4o\"}").parameters())
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of("model", "gpt-4o", "num-responses", "1", "temperature", "0.2"));
        assertThat(
                        json("""
                        {"model": "gpt-4o,gpt-5", "num-responses": 3, "temperature": 0,
                         "reasoning-effort": "low", "response-type": "json",
                         "remove-comments": 1, "legacy-prompt": true, "adaptive-votes": true,
                         "lesson": "L", "code-feature-extractor": ["A", "B"]}
                        """)
                                .parameters())
                .containsExactlyInAnyOrderEntriesOf(
                        Map.ofEntries(
                                Map.entry("model", "gpt-4o, gpt-5"),
                                Map.entry("num-responses", "3"),
                                Map.entry("temperature", "0"),
                                Map.entry("reasoning-effort", "low"),
                                Map.entry("response-type", "json"),
                                Map.entry("remove-comments", "true"),
                                Map.entry("legacy-prompt", "true"),
                                Map.entry("adaptive-votes", "true"),
                                Map.entry("lesson", "L"),
                                Map.entry("code-feature-extractor", "A, B")));
    }

    @Test
    void hasOneFingerprintHoweverItIsWritten() {
        assertThat(json("{\"model\": \"gpt-4o\", \"num-responses\": 1}").fingerprint("a"))
                .isEqualTo(json("{\"model\": \" gpt-4o\", \"temperature\": 0.20}").fingerprint("a"))
                .isEqualTo(
                        json("{\"model\": \"gpt-4o\", \"num-responses\": \"1\", \"api-key\": \"k\"}")
                                .fingerprint("a"));
    }

    @Test
    void hasAnotherFingerprintForAnythingElse() {
        SpecDraft draft = json("{\"model\": \"gpt-4o\"}");
        List<SpecDraft> others =
                List.of(
                        json("{\"model\": \"gpt-5\"}"),
                        json("{\"model\": \"gpt-4o\", \"remove-comments\": true}"),
                        draft.with(new LessonText("Label.", TEXT.rubric(), TEXT.examples())),
                        draft.with(
                                new LessonText(TEXT.prompt(), "Key Concept\nA", TEXT.examples())),
                        draft.with(TEXT.withoutExamples()));

        assertThat(others)
                .extracting(other -> other.fingerprint("a"))
                .doesNotHaveDuplicates()
                .doesNotContain(draft.fingerprint("a"), draft.fingerprint("b"));
        assertThat(draft.fingerprint("a")).isNotEqualTo(draft.fingerprint("b"));
    }

    @Test
    void takesOverridesWhereThereAreAny() {
        SpecDraft draft = json("{\"model\": \"gpt-4o\", \"num-responses\": 3}");

        assertThat(draft.with(SpecOverrides.NONE)).isEqualTo(draft);
        assertThat(
                        draft.with(
                                        new SpecOverrides(
                                                List.of("gpt-5"),
                                                Optional.of(2),
                                                Optional.of(1.5),
                                                Optional.of(Effort.HIGH),
                                                Optional.of(true)))
                                .parameters())
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of(
                                "model", "gpt-5",
                                "num-responses", "2",
                                "temperature", "1.5",
                                "reasoning-effort", "high",
                                "remove-comments", "true"));
    }

    @Test
    void refusesOverridesThatAreOutOfRange() {
        SpecDraft draft = json("{\"model\": \"gpt-4o\"}");

        assertThatThrownBy(() -> draft.with(SpecOverrides.NONE.withResponses(Optional.of(11))))
                .isInstanceOf(InvalidFieldException.class)
                .hasMessage("must be a whole number from 1 to 10.");
    }

    private static SpecDraft json(String parameters) {
        return DraftReader.read(RequestFields.of(new JsonMapper().readTree(parameters)), TEXT);
    }
}
