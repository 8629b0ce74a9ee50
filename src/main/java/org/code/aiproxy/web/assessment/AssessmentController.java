package org.code.aiproxy.web.assessment;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.code.aiproxy.grading.assessment.Assessment;
import org.code.aiproxy.grading.spec.AssessmentField;
import org.code.aiproxy.grading.spec.AssessmentRequest;
import org.code.aiproxy.grading.spec.AssessmentSpecs;
import org.code.aiproxy.grading.spec.DraftReader;
import org.code.aiproxy.grading.spec.InvalidFieldException;
import org.code.aiproxy.web.body.RequestBody;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** The main route: a program, a prompt and a rubric in, labels out. */
@RestController
class AssessmentController {

    private final RequestFieldsReader fields;
    private final AssessmentSpecs specs;
    private final AttendedAssessment assessment;
    private final RequestBody body;

    AssessmentController(
            RequestFieldsReader fields,
            AssessmentSpecs specs,
            AttendedAssessment assessment,
            RequestBody body) {
        this.fields = fields;
        this.specs = specs;
        this.assessment = assessment;
        this.body = body;
    }

    @PostMapping("/assessment")
    Assessment assess(HttpServletRequest caller) throws Exception {
        return assessment.of(request(caller), caller);
    }

    @PostMapping(path = "/v1/assessments", consumes = MediaType.APPLICATION_JSON_VALUE)
    Assessment assessTyped(HttpServletRequest caller) throws IOException {
        return assessment.of(typedRequest(caller), caller).withReviews();
    }

    /** In a method of its own: no fields are kept while the model is waited for. */
    private AssessmentRequest request(HttpServletRequest caller) throws Exception {
        return specs.request(DraftReader.read(fields.read(caller)));
    }

    private AssessmentRequest typedRequest(HttpServletRequest caller) throws IOException {
        TypedAssessment typed = TypedAssessment.read(body.json(caller));
        try {
            return specs.request(typed.submission());
        } catch (InvalidFieldException e) {
            throw e.of(AssessmentField.typedName(e.field()));
        }
    }
}
