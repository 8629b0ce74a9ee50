package org.code.aiproxy.assessment;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.code.aiproxy.server.HangUps;
import org.code.aiproxy.server.InvalidFieldException;
import org.code.aiproxy.server.RequestBody;
import org.code.aiproxy.server.RequestFacts;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** The main route: a program, a prompt and a rubric in, labels out. */
@RestController
class AssessmentController {

    private final AssessmentRequestReader reader;
    private final LabelService labels;
    private final RequestBody body;
    private final HangUps hangUps;

    AssessmentController(
            AssessmentRequestReader reader,
            LabelService labels,
            RequestBody body,
            HangUps hangUps) {
        this.body = body;
        this.reader = reader;
        this.labels = labels;
        this.hangUps = hangUps;
    }

    @PostMapping("/assessment")
    Assessment assess(RequestFields fields, HttpServletRequest caller) {
        return answer(fields, caller);
    }

    @PostMapping(path = "/v1/assessments", consumes = MediaType.APPLICATION_JSON_VALUE)
    Assessment assessTyped(HttpServletRequest caller) throws IOException {
        RequestFields fields = TypedFields.read(body.json(caller));
        try {
            return answer(fields, caller);
        } catch (InvalidFieldException e) {
            throw new InvalidFieldException(
                    TypedFields.name(e.field()), String.valueOf(e.getMessage()));
        }
    }

    private Assessment answer(RequestFields fields, HttpServletRequest caller) {
        AssessmentRequest request = reader.read(fields);
        Assessment assessment = hangUps.whileThere(caller, () -> labels.assess(request));
        Assessment.Metadata metadata = assessment.metadata();
        RequestFacts facts = RequestFacts.of(caller);
        facts.note("votes", metadata.responses().used());
        // Where no provider was called, decision trees or the baseline have answered.
        facts.noteUnlessKnown("provider", metadata.agent());
        return assessment;
    }
}
