package org.code.aiproxy.assessment;

import jakarta.servlet.http.HttpServletRequest;
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
    private final AssessmentRequestReader reader;
    private final AttendedAssessment assessment;

    SampleController(AssessmentRequestReader reader, AttendedAssessment assessment) {
        this.reader = reader;
        this.assessment = assessment;
    }

    @RequestMapping
    Assessment assess(RequestFields fields, HttpServletRequest caller) {
        return assess(sample.withoutExamples(), program, fields, caller);
    }

    @RequestMapping("/blank")
    Assessment assessBlank(RequestFields fields, HttpServletRequest caller) {
        return assess(sample.withoutExamples(), "", fields, caller);
    }

    @RequestMapping("/examples")
    Assessment assessWithExamples(RequestFields fields, HttpServletRequest caller) {
        return assess(sample, program, fields, caller);
    }

    @RequestMapping("/cfe")
    Assessment assessWithCodeFeatureExtractor(RequestFields fields, HttpServletRequest caller) {
        return assess(staticSample, program, fields, caller);
    }

    private Assessment assess(
            Lesson lesson, String code, RequestFields fields, HttpServletRequest caller) {
        return assessment.of(reader.read(lesson.fields(code).with(fields.only(TAKEN))), caller);
    }
}
