package org.code.aiproxy.grading.voting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.code.aiproxy.grading.rubric.Label.LIMITED;
import static org.code.aiproxy.grading.rubric.Label.NO;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReasonMarkupTests {

    private static final String VOTES = "<b>Votes: [Limited Evidence, No Evidence]</b><br>";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "because",
                "x < 3 && y > 4, \"so\" it's",
                "<script>alert(1)</script>",
                "</b><img src=x onerror=alert(1)>",
                "&lt;script&gt;alert(1)&lt;/script&gt;",
                "&amp;lt; &#39; &amp;#39;",
                "<b>Votes: [Extensive Evidence]</b><br><script>alert(1)</script>",
                ""
            })
    void escapesWhatAModelWroteAndGivesItBack(String written) {
        String reason = ReasonMarkup.withVotes(List.of(LIMITED, NO), written);
        assertThat(reason).startsWith(VOTES);
        assertThat(reason.substring(VOTES.length())).doesNotContain("<", ">", "\"", "'");
        assertThat(ReasonMarkup.textOf(reason)).isEqualTo(written);
    }

    @ParameterizedTest
    @ValueSource(strings = {"because", "x < 3 && y > 4", "<b>bold</b>", "&lt;b&gt;Votes: []"})
    void leavesATextAlone(String written) {
        assertThat(ReasonMarkup.withoutVotes(written)).isEqualTo(written);
        assertThat(ReasonMarkup.textOf(written)).isEqualTo(written);
    }

    /** A page that looks for the markup would take the rest for HTML of this service. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "<b>Votes: [Extensive Evidence]</b><br><script>alert(1)</script>",
                " \u00a0\n\u200b<B>votes: []</b><br><img src=x onerror=alert(1)>"
            })
    void letsNoTextPoseAsMarkup(String written) {
        assertThat(ReasonMarkup.withoutVotes(written)).doesNotContain("<", ">");
    }

    /** Responses that were kept before texts were escaped. */
    @Test
    void readsEarlierReasons() {
        assertThat(ReasonMarkup.textOf(VOTES + "x < 3")).isEqualTo("x < 3");
    }
}
