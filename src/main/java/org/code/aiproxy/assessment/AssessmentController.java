package org.code.aiproxy.assessment;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.code.aiproxy.server.InvalidFieldException;
import org.code.aiproxy.server.RequestBody;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** The main route: a program, a prompt and a rubric in, labels out. */
@RestController
class AssessmentController {

    private final AssessmentRequestReader reader;
    private final AttendedAssessment assessment;
    private final RequestBody body;

    AssessmentController(
            AssessmentRequestReader reader, AttendedAssessment assessment, RequestBody body) {
        this.reader = reader;
        this.assessment = assessment;
        this.body = body;
    }

    @PostMapping("/assessment")
    Assessment assess(RequestFields fields, HttpServletRequest caller) {
        return assessment.of(reader.read(fields), caller);
    }

    @PostMapping(path = "/v1/assessments", consumes = MediaType.APPLICATION_JSON_VALUE)
    Assessment assessTyped(HttpServletRequest caller) throws IOException {
        RequestFields fields = TypedFields.read(body.json(caller));
        try {
            return assessment.of(reader.read(fields).within(limit(fields)), caller);
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
