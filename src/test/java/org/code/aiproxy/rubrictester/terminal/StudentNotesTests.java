package org.code.aiproxy.rubrictester.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.code.aiproxy.model.catalogue.Usage;
import org.code.aiproxy.rubrictester.experiment.StudentResult.Failed;
import org.code.aiproxy.rubrictester.experiment.StudentResult.NotRun;
import org.junit.jupiter.api.Test;

class StudentNotesTests {

    @Test
    void namesTheFirstOfManyWithTheSameProblem() {
        StudentNotes notes = new StudentNotes(false);

        assertThat(notes.of(failed("s1", "OpenAI failed.")))
                .hasValueSatisfying(it ->
                        assertThat(it.sentence()).isEqualTo("s1 request failed: OpenAI failed."));
        assertThat(notes.of(failed("s2", "OpenAI failed."))).isEmpty();
        assertThat(notes.of(failed("s3", "OpenAI failed."))).isEmpty();
        assertThat(notes.of(failed("s4", "Not UTF-8."))).isPresent();
        assertThat(notes.rest())
                .singleElement()
                .satisfies(it ->
                        assertThat(it.sentence())
                                .isEqualTo("and 2 more: request failed: OpenAI failed."));
        assertThat(notes.rest()).as("of the next lesson").isEmpty();
    }

    @Test
    void printsEachStudentWhereThatIsAskedFor() {
        StudentNotes notes = new StudentNotes(true);

        assertThat(notes.of(new NotRun("s1", "Interrupted.")))
                .hasValueSatisfying(it ->
                        assertThat(it.sentence())
                                .isEqualTo("s1 was not asked about: Interrupted."));
        assertThat(notes.of(failed("s2", "OpenAI failed."))).isPresent();
        assertThat(notes.of(failed("s3", "OpenAI failed."))).isPresent();
        assertThat(new StudentNotes(false).of(new NotRun("s1", "Interrupted."))).isEmpty();
    }

    private static Failed failed(String student, String problem) {
        return new Failed(student, problem, Usage.NONE, List.of());
    }
}
