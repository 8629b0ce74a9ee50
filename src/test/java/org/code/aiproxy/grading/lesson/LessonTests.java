package org.code.aiproxy.grading.lesson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.code.aiproxy.grading.spec.ReviewRule;
import org.code.aiproxy.grading.spec.SpecOverrides;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LessonTests {

    @TempDir private Path folder;

    @BeforeEach
    void write() throws IOException {
        params("{\"model\": \"decisions.gpt-6-luna\", \"num-responses\": 1, \"temperature\": 0}");
        Files.writeString(folder.resolve("system_prompt.txt"), "Grade.");
        Files.writeString(folder.resolve("standard_rubric.csv"), "Key Concept\nSprites\n");
    }

    @Test
    void takesWhatWasPromisedOfItsLabels() throws IOException {
        selective("decisions.gpt-6-luna");

        ReviewRule rule = Lesson.read(folder).spec().review();

        assertThat(rule.trusts("Sprites", 0.7)).isTrue();
        assertThat(rule.trusts("Sprites", 0.69)).isFalse();
        assertThat(rule.trusts("Shapes", 0.8)).isTrue();
        assertThat(rule.trusts("Shapes", 0.79)).isFalse();
    }

    @Test
    void takesNoPromiseOfAnotherModelsLabels() throws IOException {
        selective("gpt-6-luna");

        assertThat(Lesson.read(folder).spec().review().isGiven()).isFalse();
    }

    @Test
    void forgetsThePromiseWhereAnotherModelIsChosen() throws IOException {
        selective("decisions.gpt-6-luna");
        Lesson lesson = Lesson.read(folder);

        assertThat(lesson.spec().with(SpecOverrides.NONE).review().isGiven()).isTrue();
        assertThat(
                        lesson.spec()
                                .with(SpecOverrides.NONE.withModel(Optional.of("gpt-6-luna")))
                                .review()
                                .isGiven())
                .isFalse();
    }

    @Test
    void namesTheFileOfAValueThatCannotBeUsed() throws IOException {
        params("{\"model\": \"gpt-4o\", \"temperature\": \"warm\"}");

        assertThatThrownBy(() -> Lesson.read(folder))
                .isInstanceOf(InvalidLessonException.class)
                .hasMessage("params.json: `temperature` must be a number from 0 to 2.");
    }

    private void params(String json) throws IOException {
        Files.writeString(folder.resolve("params.json"), json);
    }

    private void selective(String model) throws IOException {
        Files.writeString(
                folder.resolve("selective.json"),
                """
                {"model": "%s", "max_error": 0.1, "certainty": 0.9, "all": {"threshold": 0.8},
                 "key_concepts": {"Sprites": {"threshold": 0.7}}}
                """
                        .formatted(model));
    }
}
