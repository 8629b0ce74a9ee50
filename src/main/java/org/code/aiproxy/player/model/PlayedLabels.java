package org.code.aiproxy.player.model;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.code.aiproxy.player.model.Question.Form;
import org.code.aiproxy.textfile.InvalidTextException;
import org.code.aiproxy.textfile.Sheet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Labels each key concept of the rubric that stands in a prompt, in the format that the prompt asks
 * for. The labels mean nothing: they go through the scale, and the evidence names one line of the
 * program after another.
 */
final class PlayedLabels {

    private static final JsonMapper MAPPER = new JsonMapper();

    private static final String KEY_CONCEPT = "Key Concept";
    private static final List<String> SCALE = List.of("Convincing", "Limited", "No", "Extensive");

    /** What this project's prompts have between the instructions and the rubric. */
    private static final String RUBRIC_HEADING = "\n\nRubric:\n";

    private static final Pattern PROGRAM =
            Pattern.compile(
                    "<<<STUDENT_PROGRAM ([0-9a-f]+)>>>\\n(.*)\\n<<<END_STUDENT_PROGRAM \\1>>>",
                    Pattern.DOTALL);
    private static final Pattern ASKS_FOR_JSON = Pattern.compile("\\bJSON\\b");

    /** Columns by their names. */
    record Row(Map<String, String> cells) {

        Row with(String column, String text) {
            Map<String, String> other = new LinkedHashMap<>(cells);
            other.put(column, text);
            return new Row(other);
        }

        private String line() {
            return String.join("\t", cells.values());
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
    Optional<Reply> write(Question question) {
        List<String> concepts = concepts(question);
        return concepts.isEmpty()
                ? Optional.empty()
                : Optional.of(reply(question, spoil.apply(rows(concepts, program(question)))));
    }

    private static Reply reply(Question question, List<Row> rows) {
        List<Map<String, String>> cells = rows.stream().map(Row::cells).toList();
        String object = MAPPER.writeValueAsString(Map.of("rows", cells));
        return switch (question.form()) {
            case Form.Tool(String name, JsonNode _) -> Reply.tool(name, object);
            case Form.Json _ -> Reply.text(object);
            case Form.Free _ ->
                    Reply.text(
                            ASKS_FOR_JSON.matcher(question.instructions()).find()
                                    ? MAPPER.writeValueAsString(cells)
                                    : table(rows));
        };
    }

    private static String table(List<Row> rows) {
        return Stream.concat(
                        rows.stream().limit(1).map(row -> String.join("\t", row.cells().keySet())),
                        rows.stream().map(Row::line))
                .collect(Collectors.joining("\n"));
    }

    private static List<Row> rows(List<String> concepts, List<String> program) {
        return IntStream.range(0, concepts.size())
                .mapToObj(i -> row(i, concepts.get(i), program))
                .toList();
    }

    private static Row row(int index, String concept, List<String> program) {
        Map<String, String> cells = new LinkedHashMap<>();
        cells.put(KEY_CONCEPT, concept);
        cells.put("Observations", "This label is played: no model has read the program.");
        cells.put("Evidence", evidence(index, program));
        cells.put("Label", SCALE.get(index % SCALE.size()) + " Evidence");
        cells.put("Reason", "The played labels go through the scale.");
        return new Row(cells);
    }

    private static String evidence(int index, List<String> program) {
        List<Integer> lines =
                IntStream.range(0, program.size())
                        .filter(line -> !program.get(line).isBlank())
                        .boxed()
                        .toList();
        if (lines.isEmpty()) {
            return " ";
        }
        int line = lines.get(index % lines.size());
        String code = program.get(line).strip();
        String message = "Line %d: A line of the program".formatted(line + 1);
        return code.contains("`") || code.contains("\t")
                ? message
                : "%s `%s`".formatted(message, code);
    }

    /** A schema names them, or else the rubric. */
    private static List<String> concepts(Question question) {
        JsonNode schema =
                switch (question.form()) {
                    case Form.Tool(String _, JsonNode it) -> it;
                    case Form.Json(JsonNode it) -> it;
                    case Form.Free _ -> MAPPER.missingNode();
                };
        JsonNode names = schema.at("/properties/rows/items/properties/" + KEY_CONCEPT + "/enum");
        return names.isArray()
                ? names.valueStream().map(JsonNode::asString).toList()
                : ofRubric(question.instructions());
    }

    private static List<String> ofRubric(String instructions) {
        int heading = instructions.lastIndexOf(RUBRIC_HEADING);
        if (heading < 0) {
            return List.of();
        }
        try {
            Sheet rubric =
                    Sheet.read(
                            instructions.substring(heading + RUBRIC_HEADING.length()), KEY_CONCEPT);
            int column = rubric.column(KEY_CONCEPT).orElse(0);
            return rubric.rows().stream()
                    .map(row -> row.cell(column))
                    .filter(name -> !name.isEmpty())
                    .toList();
        } catch (InvalidTextException e) {
            return List.of();
        }
    }

    private static List<String> program(Question question) {
        Matcher marked = PROGRAM.matcher(question.text());
        String code = marked.find() ? marked.group(2) : question.lastTurn();
        return code.lines().toList();
    }
}
