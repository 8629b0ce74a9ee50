package org.code.aiproxy.grading.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.code.aiproxy.grading.program.Program;
import org.code.aiproxy.grading.prompt.Prompt;
import org.code.aiproxy.grading.rubric.Rubric;
import org.code.aiproxy.model.Deadline;
import org.code.aiproxy.model.ResponseFormat;
import org.junit.jupiter.api.Test;

class AssessmentRequestTests {

    private final AssessmentRequest request =
            new AssessmentRequest(
                    new Program("var a; // one"),
                    new Prompt("Grade.", Rubric.parse("Key Concept\nCounted\nJudged\n"), List.of()),
                    false,
                    true,
                    new StaticConcepts("csd3-2023-L18", List.of("Counted")),
                    new ModelChoice(
                            List.of("gpt-4o"),
                            Optional.of("sk-callers"),
                            1,
                            false,
                            0,
                            Optional.empty(),
                            ResponseFormat.TSV),
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
        assertThat(request.toString()).doesNotContain("var a", "sk-callers");
    }

    private String systemPrompt(boolean fullRubric) {
        return request.modelRequest(fullRubric, false, Deadline.in(Duration.ofSeconds(1)))
                .messages()
                .getFirst()
                .content();
    }
}
