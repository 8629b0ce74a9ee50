package org.code.aiproxy.web.assessment;

import jakarta.servlet.http.HttpServletRequest;
import org.code.aiproxy.grading.assessment.Assessment;
import org.code.aiproxy.grading.lesson.Lesson;
import org.code.aiproxy.grading.spec.AssessmentRequest;
import org.code.aiproxy.grading.spec.AssessmentSpecs;
import org.code.aiproxy.grading.spec.DraftReader;
import org.code.aiproxy.grading.spec.RequestFields;
import org.code.aiproxy.grading.spec.SpecDraft;
import org.code.aiproxy.grading.spec.SpecOverrides;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;

/** The main route over the lesson that ships in the jar, to try a deployment with. */
@RestController
@RequestMapping(
        path = "/test/assessment",
        method = {RequestMethod.GET, RequestMethod.POST})
class SampleController {

    private final SpecDraft sample = Lesson.sample().spec();
    private final SpecDraft staticSample = Lesson.staticSample().spec();
    private final String program = Lesson.sampleProgram();
    private final RequestFieldsReader fields;
    private final AssessmentSpecs specs;
    private final AttendedAssessment assessment;

    SampleController(
            RequestFieldsReader fields, AssessmentSpecs specs, AttendedAssessment assessment) {
        this.fields = fields;
        this.specs = specs;
        this.assessment = assessment;
    }

    @RequestMapping
    Assessment assess(HttpServletRequest caller) throws Exception {
        return assess(sample.with(sample.text().withoutExamples()), program, caller);
    }

    @RequestMapping("/blank")
    Assessment assessBlank(HttpServletRequest caller) throws Exception {
        return assess(sample.with(sample.text().withoutExamples()), "", caller);
    }

    @RequestMapping("/examples")
    Assessment assessWithExamples(HttpServletRequest caller) throws Exception {
        return assess(sample, program, caller);
    }

    @RequestMapping("/cfe")
    Assessment assessWithCodeFeatureExtractor(HttpServletRequest caller) throws Exception {
        return assess(staticSample, program, caller);
    }

    private Assessment assess(SpecDraft lesson, String code, HttpServletRequest caller)
            throws Exception {
        return assessment.of(request(lesson, code, caller), caller);
    }

    private AssessmentRequest request(SpecDraft lesson, String code, HttpServletRequest caller)
            throws Exception {
        RequestFields others = fields.read(caller);
        return specs.of(lesson.with(SpecOverrides.of(others)))
                .forProgram(code, DraftReader.callersKey(others));
    }
}
