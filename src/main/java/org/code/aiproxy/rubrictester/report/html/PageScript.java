package org.code.aiproxy.rubrictester.report.html;

import java.util.List;
import org.code.aiproxy.grading.rubric.KeyConcept;
import org.code.aiproxy.grading.rubric.Label;
import org.code.aiproxy.rubrictester.statistics.Scale;
import tools.jackson.databind.json.JsonMapper;

/** What the page's script works on, as JSON that can stand inside an element of HTML. */
final class PageScript {

    private static final JsonMapper MAPPER = new JsonMapper();

    private PageScript() {}

    /**
     * @param labels the four, the worst first
     * @param levels the scale's, the worst first
     * @param levelOf the scale's level of each label
     */
    private record Content(
            List<String> labels,
            List<String> levels,
            List<Integer> levelOf,
            List<Concept> concepts,
            List<StudentEntry> students) {}

    private record Concept(String name, List<String> descriptions) {}

    static String json(List<StudentEntry> students, List<KeyConcept> concepts, Scale scale) {
        List<Label> labels = ReportViews.LABELS;
        return escaped(
                MAPPER.writeValueAsString(
                        new Content(
                                labels.stream().map(Label::text).toList(),
                                scale.levels(),
                                labels.stream().map(scale::number).toList(),
                                concepts.stream()
                                        .map(concept ->
                                                new Concept(
                                                        concept.name(),
                                                        labels.stream()
                                                                .map(it ->
                                                                        concept.description(it)
                                                                                .orElse(""))
                                                                .toList()))
                                        .toList(),
                                students)));
    }

    /** These characters stand in JSON's texts only, where an escape means the same. */
    private static String escaped(String json) {
        return json.replace("<", "\\u003c")
                .replace(">", "\\u003e")
                .replace("&", "\\u0026")
                .replace("\u2028", "\\u2028")
                .replace("\u2029", "\\u2029");
    }
}
