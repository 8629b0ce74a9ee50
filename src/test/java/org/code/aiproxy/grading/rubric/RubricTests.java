package org.code.aiproxy.grading.rubric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class RubricTests {

    @Test
    void readsKeyConceptsInOrderWithWhatEachLabelNeeds() {
        Rubric rubric =
                Rubric.parse(
                        """
                        Key Concept,Instructions,Extensive Evidence,No Evidence
                        Variables,look for var,"two, or more",none
                        Position - Shapes,,a,b
                        """);
        assertThat(rubric.names()).containsExactly("Variables", "Position - Shapes");
        KeyConcept variables = rubric.keyConcepts().getFirst();
        assertThat(variables.description(Label.EXTENSIVE)).contains("two, or more");
        assertThat(variables.description(Label.LIMITED)).isEmpty();
    }

    @Test
    void readsAnExportWithAByteOrderMarkAndOtherColumnsFirst() {
        assertThat(Rubric.parse("\uFEFFStandard,Key Concept\r\n1,Loops\r\n").names())
                .containsExactly("Loops");
    }

    @Test
    void namesWhatIsWrong() {
        assertThatThrownBy(() -> Rubric.parse(" \n")).hasMessageContaining("`Key Concept`");
        assertThatThrownBy(() -> Rubric.parse("a,b\n1,2")).hasMessageContaining("`Key Concept`");
        assertThatThrownBy(() -> Rubric.parse("Key Concept\n"))
                .isInstanceOf(InvalidRubricException.class)
                .hasMessageContaining("no key concepts");
        assertThatThrownBy(() -> Rubric.parse("Key Concept\n\"unclosed"))
                .isInstanceOf(InvalidRubricException.class)
                .hasMessageContaining("not valid CSV");
    }
}
