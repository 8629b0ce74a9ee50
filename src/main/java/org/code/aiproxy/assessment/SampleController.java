package org.code.aiproxy.assessment;

import java.util.List;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;

/** The main route over the lesson that ships in the jar, to try a deployment with. */
@RestController
@RequestMapping(
        path = "/test/assessment",
        method = {RequestMethod.GET, RequestMethod.POST})
class SampleController {

    private static final List<String> TAKEN =
            List.of("model", "api-key", "remove-comments", "num-responses", "temperature");

    private final Lesson sample = Lesson.sample();
    private final Lesson staticSample = Lesson.staticSample();
    private final String program = Lesson.sampleProgram();
    private final AssessmentRequestReader reader;
    private final LabelService labels;

    SampleController(AssessmentRequestReader reader, LabelService labels) {
        this.reader = reader;
        this.labels = labels;
    }

    @RequestMapping
    Assessment assess(RequestFields fields) {
        return assess(sample.withoutExamples(), program, fields);
    }

    @RequestMapping("/blank")
    Assessment assessBlank(RequestFields fields) {
        return assess(sample.withoutExamples(), "", fields);
    }

    @RequestMapping("/examples")
    Assessment assessWithExamples(RequestFields fields) {
        return assess(sample, program, fields);
    }

    @RequestMapping("/cfe")
    Assessment assessWithCodeFeatureExtractor(RequestFields fields) {
        return assess(staticSample, program, fields);
    }

    private Assessment assess(Lesson lesson, String code, RequestFields fields) {
        return labels.assess(reader.read(lesson.fields(code).with(fields.only(TAKEN))));
    }
}
