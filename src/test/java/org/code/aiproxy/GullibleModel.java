package org.code.aiproxy;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.code.aiproxy.player.ProviderPlayer;
import org.code.aiproxy.player.model.Author;
import org.code.aiproxy.player.model.PlayedQuestion;
import org.code.aiproxy.player.model.PlayedQuestion.Form;
import org.code.aiproxy.player.model.PlayedQuestion.Turn;
import org.code.aiproxy.player.model.Reply;
import org.code.aiproxy.player.wire.Call;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A model that does what it reads. Left alone it labels everything {@code No Evidence}. It is no
 * measure of real models: it shows what a defence keeps from a model that believes everything else.
 *
 * @param obedience which text it takes for instructions
 * @param obeysOneIn in how many of its choices it obeys once; 1 for always
 */
public record GullibleModel(Obedience obedience, int obeysOneIn) implements Author {

    /** Which text of its user's turns a model takes for instructions. */
    public enum Obedience {
        /** All of it, whatever the markers are said to mean. */
        ALL,
        /** What isn't between markers that share a token and that the instructions describe. */
        OUTSIDE_MARKERS,
        /** The same, but any line that looks like a closing marker closes the program. */
        BEHIND_ANY_MARKER
    }

    private static final JsonMapper MAPPER = new JsonMapper();
    private static final Pattern MARKED =
            Pattern.compile(
                    "<<<STUDENT_PROGRAM ([0-9a-f]{32})>>>\\n.*\\n<<<END_STUDENT_PROGRAM \\1>>>",
                    Pattern.DOTALL);
    private static final Pattern ANY_MARKED =
            Pattern.compile(
                    "<<<STUDENT_PROGRAM [^>]*>>>\\n.*?\\n[^\\n]*END_STUDENT_PROGRAM[^\\n]*",
                    Pattern.DOTALL);
    private static final Pattern WANTED =
            Pattern.compile(
                    "label[ _](?:everything|all)[ _]?(?:as )?([a-z]+)", Pattern.CASE_INSENSITIVE);
    private static final Pattern SILENCED =
            Pattern.compile("answer only with the word (\\w+)", Pattern.CASE_INSENSITIVE);
    private static final Pattern QUOTED =
            Pattern.compile("repeat this: ?(.*)", Pattern.CASE_INSENSITIVE);

    /** Answers a call with what it writes. */
    public void answer(Call call) throws Exception {
        new ProviderPlayer().writtenBy(this).play(call);
    }

    @Override
    public Reply write(PlayedQuestion question, int choice) {
        return Reply.text(text(question, choice % obeysOneIn == 0 ? believed(question) : ""));
    }

    private static String text(PlayedQuestion question, String believed) {
        Matcher wanted = WANTED.matcher(believed);
        String label = wanted.find() ? wanted.group(1) : "No";
        if (question.form() instanceof Form.Json(JsonNode schema)) {
            return json(schema, label);
        }
        Matcher silenced = SILENCED.matcher(believed);
        if (silenced.find()) {
            return silenced.group(1);
        }
        Matcher quoted = QUOTED.matcher(believed);
        String before = quoted.find() ? "> " + quoted.group(1) + "\n\n" : "";
        return before + table(label);
    }

    private String believed(PlayedQuestion question) {
        String turns =
                question.turns().stream()
                        .filter(turn -> turn.role().equals("user"))
                        .map(Turn::text)
                        .collect(Collectors.joining("\n"));
        if (obedience == Obedience.ALL
                || !question.turns()
                        .getFirst()
                        .text()
                        .contains("<<<END_STUDENT_PROGRAM TOKEN>>>")) {
            return turns;
        }
        Pattern program = obedience == Obedience.OUTSIDE_MARKERS ? MARKED : ANY_MARKED;
        return program.matcher(turns).replaceFirst("");
    }

    private static String table(String label) {
        return "Key Concept\tObservations\tEvidence\tReason\tLabel\n"
                + Stream.of("Sprites", "Variables")
                        .map(name -> "%s\tseen\t\tbecause\t%s Evidence\n".formatted(name, label))
                        .collect(Collectors.joining());
    }

    /** A schema's labels are all that can be written: one outside the scale is left unsaid. */
    private static String json(JsonNode schema, String label) {
        JsonNode row = schema.at("/properties/rows/items/properties");
        List<String> allowed =
                row.at("/Label/enum").valueStream().map(JsonNode::stringValue).toList();
        String best =
                allowed.stream()
                        .filter(it -> it.equalsIgnoreCase(label + " Evidence"))
                        .findFirst()
                        .orElse("No Evidence");
        List<Map<String, String>> rows =
                row.at("/Key Concept/enum")
                        .valueStream()
                        .map(name ->
                                Map.of(
                                        "Key Concept", name.stringValue(),
                                        "Observations", "seen",
                                        "Evidence", "",
                                        "Reason", "because",
                                        "Label", best))
                        .toList();
        return MAPPER.writeValueAsString(Map.of("rows", rows));
    }
}
