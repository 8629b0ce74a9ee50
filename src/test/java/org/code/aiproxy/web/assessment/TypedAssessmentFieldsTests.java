package org.code.aiproxy.web.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import org.code.aiproxy.grading.spec.AssessmentField;
import org.code.aiproxy.grading.spec.AssessmentField.Place;
import org.junit.jupiter.api.Test;

class TypedAssessmentFieldsTests {

    @Test
    void areThoseOfTheTable() {
        List<String> names =
                Arrays.stream(TypedAssessment.class.getRecordComponents())
                        .map(RecordComponent::getAccessor)
                        .map(accessor -> accessor.getAnnotation(JsonProperty.class).value())
                        .toList();

        assertThat(names)
                .containsExactlyInAnyOrderElementsOf(
                        AssessmentField.of(Place.TYPED).stream()
                                .map(AssessmentField::typedName)
                                .toList());
    }
}
