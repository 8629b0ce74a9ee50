package org.code.aiproxy.player.model;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.code.aiproxy.player.model.PlayedQuestion.Form;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Labels each key concept of the rubric that stands in a prompt, in the format that the prompt asks
 * for. The labels mean nothing: they go through the scale, and the evidence names one line of the
 * program after another.
 */
final class PlayedLabels {

    private static final JsonMapper MAPPER = new JsonMapper();

    private static final List<String> SCALE = List.of("Convincing", "Limited", "No", "Extensive");

    private static final String OPENING = "<<<STUDENT_PROGRAM ";
    private static final String CLOSING = "\n<<<END_STUDENT_PROGRAM ";

    /** Columns by their names. */
    record Row(Map<String, String> cells) {

        Row with(String column, String text) {
            Map<String, String> other = new LinkedHashMap<>(cells);
            other.put(column, text);
            return new Row(other);
        }
    }

    private final UnaryOperator<List<Row>> spoil;

    /**
     * @param spoil what becomes of the rows
     */
    PlayedLabels(UnaryOperator<List<Row>> spoil) {
        this.spoil = spoil;
    }

    /** Empty where nothing is asked about a rubric. */
    Optional<Reply> write(PlayedQuestion question) {
        LabellingTask task = LabellingTask.of(question.instructions());
        List<String> concepts = concepts(question.form()).orElse(task.concepts());
        return concepts.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        reply(
                                question.form(),
                                task.isForJson(),
                                spoil.apply(rows(concepts, program(question)))));
    }

    private static Reply reply(Form form, boolean isForJson, List<Row> rows) {
        List<Map<String, String>> cells = rows.stream().map(Row::cells).toList();
        return switch (form) {
            case Form.Tool(String name, JsonNode _) ->
                    Reply.tool(name, MAPPER.writeValueAsString(Map.of("rows", cells)));
            case Form.Json _ -> Reply.text(MAPPER.writeValueAsString(Map.of("rows", cells)));
            case Form.Free _, Form.Decisions _ ->
                    Reply.text(isForJson ? MAPPER.writeValueAsString(cells) : table(cells));
        };
    }

    private static String table(List<Map<String, String>> rows) {
        return Stream.concat(
                        rows.stream().limit(1).map(Map::keySet), rows.stream().map(Map::values))
                .map(cells -> String.join("\t", cells))
                .collect(Collectors.joining("\n"));
    }

    private static List<Row> rows(List<String> concepts, List<String> program) {
        List<String> evidence =
                IntStream.range(0, program.size())
                        .filter(line -> isCode(program.get(line).strip()))
                        .limit(concepts.size())
                        .mapToObj(line ->
                                "Line %d: A line of the program `%s`"
                                        .formatted(line + 1, program.get(line).strip()))
                        .toList();
        return IntStream.range(0, concepts.size())
                .mapToObj(i ->
                        row(
                                concepts.get(i),
                                // A table's cells can't be empty.
                                i < evidence.size() ? evidence.get(i) : " ",
                                SCALE.get(i % SCALE.size())))
                .toList();
    }

    private static Row row(String concept, String evidence, String label) {
        Map<String, String> cells = new LinkedHashMap<>();
        cells.put(LabellingTask.KEY_CONCEPT, concept);
        cells.put("Observations", "This label is played: no model has read the program.");
        cells.put("Evidence", evidence);
        cells.put("Label", label + " Evidence");
        cells.put("Reason", "The played labels go through the scale.");
        return new Row(cells);
    }

    /** Something that the teacher's page can find, and that a table's cell can hold. */
    private static boolean isCode(String line) {
        return !line.isEmpty()
                && !line.startsWith("//")
                && !line.contains("`")
                && !line.contains("\t");
    }

    /** Those that a schema names. */
    private static Optional<List<String>> concepts(Form form) {
        JsonNode schema =
                switch (form) {
                    case Form.Tool(String _, JsonNode it) -> it;
                    case Form.Json(JsonNode it) -> it;
                    case Form.Free _, Form.Decisions _ -> MAPPER.missingNode();
                };
        JsonNode names =
                schema.at(
                        "/properties/rows/items/properties/%s/enum"
                                .formatted(LabellingTask.KEY_CONCEPT));
        return Optional.of(names)
                .filter(JsonNode::isArray)
                .map(it -> it.valueStream().map(JsonNode::asString).toList());
    }

    /** What stands between the markers of this project's prompts, or else the last turn. */
    private static List<String> program(PlayedQuestion question) {
        return question.turns().stream()
                .filter(turn -> !turn.isInstruction())
                .flatMap(turn -> marked(turn.text()).stream())
                .findFirst()
                .orElseGet(question::lastTurn)
                .lines()
                .toList();
    }

    private static Optional<String> marked(String text) {
        int opening = text.indexOf(OPENING);
        int begin = text.indexOf('\n', opening) + 1;
        int end = text.lastIndexOf(CLOSING);
        return opening >= 0 && begin > 0 && begin <= end
                ? Optional.of(text.substring(begin, end))
                : Optional.empty();
    }
}
