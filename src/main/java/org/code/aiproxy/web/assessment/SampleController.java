package org.code.aiproxy.web.assessment;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.code.aiproxy.grading.assessment.Assessment;
import org.code.aiproxy.grading.assessment.AssessmentRequest;
import org.code.aiproxy.grading.assessment.AssessmentRequestReader;
import org.code.aiproxy.grading.lesson.Lesson;
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
            List.of(
                    "model",
                    "api-key",
                    "remove-comments",
                    "num-responses",
                    "temperature",
                    "reasoning-effort");

    private final Lesson sample = Lesson.sample();
    private final Lesson staticSample = Lesson.staticSample();
    private final String program = Lesson.sampleProgram();
    private final RequestFieldsReader fields;
    private final AssessmentRequestReader reader;
    private final AttendedAssessment assessment;

    SampleController(
            RequestFieldsReader fields,
            AssessmentRequestReader reader,
            AttendedAssessment assessment) {
        this.fields = fields;
        this.reader = reader;
        this.assessment = assessment;
    }

    @RequestMapping
    Assessment assess(HttpServletRequest caller) throws Exception {
        return assess(sample.withoutExamples(), program, caller);
    }

    @RequestMapping("/blank")
    Assessment assessBlank(HttpServletRequest caller) throws Exception {
        return assess(sample.withoutExamples(), "", caller);
    }

    @RequestMapping("/examples")
    Assessment assessWithExamples(HttpServletRequest caller) throws Exception {
        return assess(sample, program, caller);
    }

    @RequestMapping("/cfe")
    Assessment assessWithCodeFeatureExtractor(HttpServletRequest caller) throws Exception {
        return assess(staticSample, program, caller);
    }

    private Assessment assess(Lesson lesson, String code, HttpServletRequest caller)
            throws Exception {
        return assessment.of(request(lesson, code, caller), caller);
    }

    private AssessmentRequest request(Lesson lesson, String code, HttpServletRequest caller)
            throws Exception {
        return reader.read(lesson.fields(code).with(fields.read(caller).only(TAKEN)));
    }
}
