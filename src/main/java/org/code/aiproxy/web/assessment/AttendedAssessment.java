package org.code.aiproxy.web.assessment;

import jakarta.servlet.http.HttpServletRequest;
import org.code.aiproxy.grading.assessment.Assessment;
import org.code.aiproxy.grading.assessment.LabelService;
import org.code.aiproxy.grading.spec.AssessmentRequest;
import org.code.aiproxy.web.connection.HangUps;
import org.code.aiproxy.web.log.RequestFacts;
import org.springframework.stereotype.Component;

/** Assesses for someone who waits: no longer than that, and the log says how it went. */
@Component
final class AttendedAssessment {

    private final LabelService labels;
    private final HangUps hangUps;

    AttendedAssessment(LabelService labels, HangUps hangUps) {
        this.labels = labels;
        this.hangUps = hangUps;
    }

    Assessment of(AssessmentRequest request, HttpServletRequest caller) {
        Assessment assessment = hangUps.whileThere(caller, () -> labels.assess(request));
        Assessment.Metadata metadata = assessment.metadata();
        RequestFacts facts = RequestFacts.of(caller);
        facts.note("votes", metadata.responses().used());
        // Where no provider was called, decision trees or the baseline have answered.
        facts.noteUnlessKnown("provider", metadata.agent());
        metadata.model().ifPresent(model -> facts.noteUnlessKnown("model", model));
        return assessment;
    }
}
