package org.code.aiproxy.player.model;

import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.code.aiproxy.player.model.PlayedLabels.Row;
import org.code.aiproxy.player.model.PlayedQuestion.Form;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Says the same to the same question: labels where a prompt has a rubric, a value where a schema
 * wants one, the first tool's call where there are tools, and a fixed text for anything else.
 */
public final class PlayedModel implements Author {

    private static final JsonMapper MAPPER = new JsonMapper();

    private static final String TEXT = "This answer is played: no model was asked.";

    private final PlayedLabels labels;

    public PlayedModel() {
        this(rows -> rows);
    }

    private PlayedModel(UnaryOperator<List<Row>> spoil) {
        this.labels = new PlayedLabels(spoil);
    }

    /** One that leaves the last key concept out. */
    public static PlayedModel withoutARow() {
        return new PlayedModel(rows -> rows.subList(0, rows.size() - 1));
    }

    /** One whose labels aren't on the scale. */
    public static PlayedModel withUnknownLabels() {
        return new PlayedModel(
                rows -> rows.stream().map(row -> row.with("Label", "Hardly any")).toList());
    }

    /** One whose evidence names lines that no program has. */
    public static PlayedModel withWrongLines() {
        return new PlayedModel(rows ->
                rows.stream()
                        .map(row ->
                                row.with(
                                        "Evidence",
                                        row.cells()
                                                .getOrDefault("Evidence", "")
                                                .replaceFirst("Line \\d+", "Line 99999")))
                        .toList());
    }

    @Override
    public Reply write(PlayedQuestion question, int choice) {
        return labels.write(question).orElseGet(() -> chat(question.form()));
    }

    private static Reply chat(Form form) {
        return switch (form) {
            case Form.Tool(String name, JsonNode schema) ->
                    Reply.tool(name, json(SampleValue.of(schema)));
            case Form.Json(JsonNode schema) ->
                    Reply.text(
                            json(
                                    schema.isMissingNode()
                                            ? Map.of("answer", TEXT)
                                            : SampleValue.of(schema)));
            case Form.Decisions(JsonNode questions) ->
                    Reply.text(json(PlayedDecision.all(questions)));
            case Form.Free _ -> Reply.text(TEXT);
        };
    }

    private static String json(Object value) {
        return MAPPER.writeValueAsString(value);
    }
}
