package org.code.aiproxy.grading.response;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.code.aiproxy.grading.rubric.Rubric;
import org.code.aiproxy.model.Completion;
import org.code.aiproxy.model.Completion.FinishReason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Ways of writing an answer that have one meaning, and some that have none. */
class DialectTests {

    private static final Rubric RUBRIC = Rubric.parse("Key Concept\nSprites\nDraw Loop\n");

    private static final String ROWS =
            """
            {"Key Concept": "Sprites", "Reason": "r", "Label": "Limited Evidence"}, \
            {"Key Concept": "Draw Loop", "Reason": "r", "Label": "No Evidence"}\
            """;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"Sprites\": {\"Label\": \"Limited Evidence\"}, \"Draw Loop\": {\"Label\": \"No\"}}",
                "{\"Sprites\": \"Limited Evidence\", \"draw_loop\": \"No Evidence\"}",
                "[{\"Sprites\": {\"Grade\": \"Limited\"}}, {\"Draw Loop\": {\"Grade\": \"No\"}}]",
                "{'assessment': {'rubric': {'Sprites': 'Limited', 'Draw Loop': 'No'}}}",
                "[{key_concept: Sprites, label: LIMITED_EVIDENCE}, {key_concept: Draw Loop, label: NO}]",
                "[{\"KeyConcept\":\"Sprites\",\"label\":\"LimitedEvidence\"},"
                        + "{\"concept\":\"Draw Loop\",\"LABEL\":\"noEvidence\"}]",
                "[{\"Key Concept\": \"Sprites\", \"Reason\": \"It's \"one\", or \"two\"; [x] {y}\","
                        + " \"Label\": \"Limited\"}, {\"Key Concept\": \"Draw Loop\", \"Label\": \"No\"}]",
                "[{\"Key Concept\": \"Sprites\", \"Reason\": \"`if (a == \"b\") { c(\"d\") }`\","
                        + " \"Label\": \"Limited\"}, {\"Key Concept\": \"Draw Loop\", \"Label\": \"No\"}]",
                "[{\"Key Concept\": \"Sprites\", \"Reason\": 'don't', \"Label\": 'Limited'},"
                        + " {\"Key Concept\": \"Draw Loop\", \"Label\": 'No'}]",
                "[{\"Key Concept\": \"Sprites\", \"Reason\": undefined, \"Label\": \"Limited\",},"
                        + " {\"Key Concept\": \"Draw Loop\", \"Reason\": True, \"Label\": \"No\"},]",
                "{\"text\": \"[{\\\"Key Concept\\\": \\\"Sprites\\\", \\\"Label\\\": \\\"Limited\\\"},"
                        + " {\\\"Key Concept\\\": \\\"Draw Loop\\\", \\\"Label\\\": \\\"No\\\"}]\"}",
                "[{\\\"Key Concept\\\": \\\"Sprites\\\", \\\"Label\\\": \\\"Limited\\\"},"
                        + " {\\\"Key Concept\\\": \\\"Draw Loop\\\", \\\"Label\\\": \\\"No\\\"}]",
                "\"Key Concept\\tReason\\tLabel\\nSprites\\tr\\tLimited\\nDraw Loop\\tr\\tNo\\n\"",
                "{\"answer\": \"Key Concept\\tLabel\\nSprites\\tLimited\\nDraw Loop\\tNo\"}",
                "Key Concept\tEvidence\tLabel\nSprites\t\tLimited\nDraw Loop\t\tNo\n",
                "| # | KEY CONCEPT | LABEL |\n|---|:-:|--:|\n| 1 | *Sprites* | Limited |\n| 2 | Draw Loop | No |",
                "|Key Concept|Label|\n|-|-|\n|Sprites|Limited|\n|Draw Loop|No|\nThat's all.",
                "Key Concept,Observations,Label\nSprites,\"a, \"\"b\"\"\",Limited\nDraw Loop,c,No\n",
                "Key Concept;Observations;Label\r\nSprites;\"a; b\nc\";Limited\r\nDraw Loop;c;No\r\n",
                "Key Concept\tObservations\tLabel\nSprites\t\"unclosed\tLimited\nDraw Loop\tc\tNo\n",
                "Key Concept\tObservations\tLabel\nSprites\ta\tb\tLimited\nDraw Loop\tNo\n",
                "\uFEFFKey Concept\\tLabel\nSprites\\tLimited\nDraw Loop\\tNo",
            })
    void areRead(String text) {
        assertThat(labels(text))
                .containsExactly("Sprites: Limited Evidence", "Draw Loop: No Evidence");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[%s]",
                "{\"rows\": [%s]}",
                "{\"a\": {\"b\": [%s]}, \"note\": \"x\"}",
                "```\n[%s]\n```",
                "[[%s]]",
                "Here: [%s] Bye {x}.",
                "{\"rows\": [%s"
            })
    void areReadInAnyWrapper(String form) {
        assertThat(labels(form.formatted(ROWS)))
                .containsExactly("Sprites: Limited Evidence", "Draw Loop: No Evidence");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Limited Evidence (1 sprite) | Limited Evidence",
                "Limited Evidence - one sprite | Limited Evidence",
                "Limited Evidence: not extensive code | ",
                "✅ Limited Evidence | Limited Evidence",
                "Label: **Limited Evidence**. | Limited Evidence",
                "Limited Evidence? | ",
                "Limited Evidence/Convincing Evidence | ",
                "Limited to Convincing Evidence | ",
                "No Evidence, convincing otherwise | ",
                "Not Limited Evidence | ",
                "2 | ",
                "[\"Limited Evidence\"] | Limited Evidence"
            })
    void explainALabelButNameNoSecond(String written, String expected) {
        String label = written.replace("\"", "\\\"");
        List<String> labels =
                labels("[{\"Key Concept\": \"Sprites\", \"Label\": \"%s\"}]".formatted(label));
        assertThat(labels)
                .isEqualTo(expected == null ? List.of() : List.of("Sprites: " + expected));
    }

    @Test
    void areQuotedWhereALabelIsRefused() {
        String odd = "Hardly\tany\u0000 \u202E" + "x".repeat(50);
        Reading reading =
                read(
                        "[%s, {\"Key Concept\": \"Draw Loop\", \"Label\": \"%s\"}]"
                                .formatted(ROWS.substring(0, ROWS.indexOf("},") + 1), odd));
        assertThat(((Reading.Unusable) reading).problem())
                .startsWith("the label for `Draw Loop` is not one of the four: \"Hardly<U+0009>any")
                .contains("<U+0000> <U+202E>xxx")
                .endsWith("…\"")
                .hasSizeLessThan(150);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[{\"a",
                "[{\"a\":\"b\", ",
                "{\"a\" ",
                "{'",
                "[{\"a\": [",
                "\"\n",
                "//",
                "/*",
                "<think>",
                "</think>",
                "```\n",
                "{\"Key Concept\":\"Sprites\"}",
                "{\"Key Concept\":\"Sprites\",\"Label\":\"No\"}",
                "Key Concept\tLabel\n",
                "Key Concept\tLabel\nSprites\tNo\n",
                "\\\"",
                "[[[{"
            })
    @Timeout(60)
    void takeLinearTime(String piece) {
        String flood = piece.repeat(1_000_000 / piece.length());
        assertThat(read(flood)).isNotNull();
    }

    private static List<String> labels(String text) {
        return read(text).rows().stream()
                .map(row -> row.keyConcept() + ": " + row.label())
                .toList();
    }

    private static Reading read(String text) {
        return new CompletionReader(RUBRIC, RUBRIC.names(), "var a;\n".repeat(1_000))
                .read(new Completion(text, FinishReason.STOP));
    }
}
