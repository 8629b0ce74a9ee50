package org.code.aiproxy.web.assessment;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.code.aiproxy.grading.assessment.Assessment;
import org.code.aiproxy.grading.assessment.AssessmentRequest;
import org.code.aiproxy.grading.assessment.AssessmentRequestReader;
import org.code.aiproxy.grading.assessment.ColumnLimit;
import org.code.aiproxy.grading.assessment.InvalidFieldException;
import org.code.aiproxy.grading.assessment.RequestFields;
import org.code.aiproxy.web.body.RequestBody;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** The main route: a program, a prompt and a rubric in, labels out. */
@RestController
class AssessmentController {

    private final RequestFieldsReader fields;
    private final AssessmentRequestReader reader;
    private final AttendedAssessment assessment;
    private final RequestBody body;

    AssessmentController(
            RequestFieldsReader fields,
            AssessmentRequestReader reader,
            AttendedAssessment assessment,
            RequestBody body) {
        this.fields = fields;
        this.reader = reader;
        this.assessment = assessment;
        this.body = body;
    }

    @PostMapping("/assessment")
    Assessment assess(HttpServletRequest caller) throws Exception {
        return assessment.of(request(caller), caller);
    }

    @PostMapping(path = "/v1/assessments", consumes = MediaType.APPLICATION_JSON_VALUE)
    Assessment assessTyped(HttpServletRequest caller) throws IOException {
        return assessment.of(typedRequest(caller), caller);
    }

    /** In a method of its own: no fields are kept while the model is waited for. */
    private AssessmentRequest request(HttpServletRequest caller) throws Exception {
        return reader.read(fields.read(caller));
    }

    private AssessmentRequest typedRequest(HttpServletRequest caller) throws IOException {
        RequestFields typed = TypedFields.read(body.json(caller));
        try {
            return reader.read(typed).within(limit(typed));
        } catch (InvalidFieldException e) {
            throw new InvalidFieldException(
                    TypedFields.name(e.field()), String.valueOf(e.getMessage()));
        }
    }

    /** Callers of the other route store what they get in columns of MySQL. */
    private static ColumnLimit limit(RequestFields fields) {
        String name = "evidence-limit";
        int most = ColumnLimit.MYSQL_TEXT.bytes();
        int bytes = fields.integer(name, most, 0, 999_999_999);
        if (bytes > 0 && bytes < ColumnLimit.FEWEST_BYTES) {
            throw new InvalidFieldException(
                    name, "must be 0 or at least %d.".formatted(ColumnLimit.FEWEST_BYTES));
        }
        return bytes == 0 ? ColumnLimit.NONE : new ColumnLimit(bytes);
    }
}
