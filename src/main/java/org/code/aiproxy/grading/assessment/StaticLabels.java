package org.code.aiproxy.grading.assessment;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.code.aiproxy.grading.decisiontree.StaticAssessment;
import org.code.aiproxy.grading.decisiontree.StaticAssessor;
import org.code.aiproxy.grading.evidence.PageItem;
import org.code.aiproxy.grading.evidence.TeacherPage;
import org.code.aiproxy.grading.feature.CodeFeatures;
import org.code.aiproxy.grading.feature.FeatureExtractor;
import org.code.aiproxy.grading.feature.Finding;
import org.code.aiproxy.grading.javascript.Place;
import org.code.aiproxy.grading.response.LabelledConcept;
import org.code.aiproxy.grading.rubric.KeyConcept;
import org.code.aiproxy.grading.spec.AssessmentRequest;

/** Labels the key concepts that decision trees answer, in the form in which a model would. */
final class StaticLabels {

    private final FeatureExtractor extractor = new FeatureExtractor();
    private final StaticAssessor assessor;

    StaticLabels(StaticAssessor assessor) {
        this.assessor = assessor;
    }

    List<LabelledConcept> of(AssessmentRequest request) {
        List<KeyConcept> concepts =
                request.spec().rubric().keyConcepts().stream()
                        .filter(concept ->
                                request.spec().staticConcepts().names().contains(concept.name()))
                        .toList();
        if (concepts.isEmpty()) {
            return List.of();
        }
        CodeFeatures features = extractor.extract(request.program().code());
        TeacherPage page = TeacherPage.showing(request.program());
        String lesson = request.spec().staticConcepts().lesson();
        return concepts.stream().map(concept -> label(lesson, concept, features, page)).toList();
    }

    /**
     * Where decision trees point for those key concepts that a model is asked about, in the form of
     * evidence; nothing for those of other lessons.
     */
    Map<String, String> evidence(AssessmentRequest request) {
        String lesson = request.spec().staticConcepts().lesson();
        List<String> known = assessor.keyConcepts(lesson);
        List<String> concepts =
                request.spec().conceptsToAsk().stream().filter(known::contains).toList();
        if (concepts.isEmpty()) {
            return Map.of();
        }
        CodeFeatures features = extractor.extract(request.program().code());
        TeacherPage page = TeacherPage.showing(request.program());
        return concepts.stream()
                .collect(
                        Collectors.toMap(
                                Function.identity(),
                                name -> evidence(assessor.assess(lesson, name, features), page)));
    }

    private static String evidence(StaticAssessment assessment, TeacherPage page) {
        return page.evidence(assessment.evidence().stream().map(StaticLabels::shown).toList());
    }

    private LabelledConcept label(
            String lesson, KeyConcept concept, CodeFeatures features, TeacherPage page) {
        StaticAssessment assessment = assessor.assess(lesson, concept.name(), features);
        return new LabelledConcept(
                concept.name(),
                assessment.label(),
                assessment.observations(),
                evidence(assessment, page),
                concept.description(assessment.label()).orElse(""));
    }

    private static PageItem shown(Finding item) {
        Place place = item.place();
        return new PageItem(
                place.firstLine(), place.lastLine(), item.message(), List.of(place.snippet()));
    }
}
