package org.code.aiproxy.grading.spec;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.code.aiproxy.grading.prompt.Prompt;
import org.code.aiproxy.grading.rubric.Rubric;
import org.code.aiproxy.model.Deadline;
import org.junit.jupiter.api.Test;

class AssessmentRequestTests {

    private static final SpecDraft DRAFT =
            new SpecDraft(
                    new LessonText("Grade.", "Key Concept\nCounted\nJudged\n", List.of()),
                    ModelChoice.USUAL.of(List.of("gpt-4o")),
                    new Layout(false, true),
                    StaticConcepts.NONE,
                    ReviewRule.NONE,
                    ColumnLimit.MYSQL_TEXT);

    @Test
    void showsTheModelOnlyWhatItIsAsked() {
        assertThat(systemPrompt(false)).contains("Judged").doesNotContain("Counted");
    }

    @Test
    void showsTheModelTheWholeRubricWhereSettingsSaySo() {
        assertThat(systemPrompt(true)).contains("Counted", "Judged");
    }

    @Test
    void printsNeitherProgramNorKey() {
        assertThat(request(true).toString()).doesNotContain("var a", "sk-callers");
    }

    private static AssessmentRequest request(boolean fullRubric) {
        return new AssessmentSpec(
                        new Prompt("Grade.", Rubric.parse(DRAFT.text().rubric()), List.of()),
                        DRAFT.choice(),
                        DRAFT,
                        new StaticConcepts("csd3-2023-L18", List.of("Counted")),
                        new AssessmentRules(fullRubric, true, false))
                .forProgram("var a; // one", Optional.of("sk-callers"));
    }

    private static String systemPrompt(boolean fullRubric) {
        return request(fullRubric)
                .modelRequest(Deadline.in(Duration.ofSeconds(1)))
                .messages()
                .getFirst()
                .content();
    }
}
