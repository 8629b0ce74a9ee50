package org.code.aiproxy.assessment;

import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** The main route: a program, a prompt and a rubric in, labels out. */
@RestController
class AssessmentController {

    private final AssessmentRequestReader reader;
    private final LabelService labels;

    AssessmentController(AssessmentRequestReader reader, LabelService labels) {
        this.reader = reader;
        this.labels = labels;
    }

    @PostMapping("/assessment")
    Assessment assess(RequestFields fields) {
        return labels.assess(reader.read(fields));
    }
}
