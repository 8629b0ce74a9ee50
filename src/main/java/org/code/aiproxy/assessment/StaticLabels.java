package org.code.aiproxy.assessment;

import java.util.List;
import org.code.aiproxy.completion.LabelledConcept;
import org.code.aiproxy.feature.CodeFeatures;
import org.code.aiproxy.feature.FeatureExtractor;
import org.code.aiproxy.feature.StaticAssessment;
import org.code.aiproxy.feature.StaticAssessor;
import org.code.aiproxy.rubric.KeyConcept;

/** Labels the key concepts that decision trees answer, in the form in which a model would. */
final class StaticLabels {

    private final FeatureExtractor extractor = new FeatureExtractor();
    private final StaticAssessor assessor;

    StaticLabels(StaticAssessor assessor) {
        this.assessor = assessor;
    }

    List<LabelledConcept> of(AssessmentRequest request) {
        List<KeyConcept> concepts =
                request.rubric().keyConcepts().stream()
                        .filter(concept ->
                                request.staticConcepts().names().contains(concept.name()))
                        .toList();
        if (concepts.isEmpty()) {
            return List.of();
        }
        CodeFeatures features = extractor.extract(request.program().code());
        String lesson = request.staticConcepts().lesson();
        return concepts.stream().map(concept -> label(lesson, concept, features)).toList();
    }

    private LabelledConcept label(String lesson, KeyConcept concept, CodeFeatures features) {
        StaticAssessment assessment = assessor.assess(lesson, concept.name(), features);
        return new LabelledConcept(
                concept.name(),
                assessment.label(),
                assessment.observations(),
                assessment.evidenceText(),
                concept.description(assessment.label()).orElse(""));
    }
}
