package org.code.aiproxy;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Plays a model that does what it reads, over OpenAI's wire format. Left alone it labels everything
 * {@code No Evidence}. It is no measure of real models: it shows what a defence keeps from a model
 * that believes everything else.
 *
 * @param obedience which text it takes for instructions
 * @param obeysOneIn in how many of its choices it obeys once; 1 for always
 */
public record GullibleModel(Obedience obedience, int obeysOneIn) {

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

    /** Answers a call as a chat completion. */
    public void answer(ScriptedProvider.Call call) throws IOException {
        JsonNode request = MAPPER.readTree(call.text());
        int choices = request.path("n").asInt(1);
        Map<String, Object> completion =
                Map.of(
                        "id",
                        "chatcmpl-1",
                        "object",
                        "chat.completion",
                        "created",
                        1,
                        "model",
                        "gpt-4.1-mini",
                        "choices",
                        IntStream.range(0, choices)
                                .mapToObj(i -> OpenAiAnswers.choice(text(request, i), "stop"))
                                .toList(),
                        "usage",
                        Map.of("prompt_tokens", 1, "completion_tokens", 1, "total_tokens", 2));
        call.answer(200, "application/json", MAPPER.writeValueAsString(completion));
    }

    private String text(JsonNode request, int choice) {
        String believed = choice % obeysOneIn == 0 ? believed(request) : "";
        boolean isHeld = request.at("/response_format/type").asString("").equals("json_schema");
        Matcher silenced = SILENCED.matcher(believed);
        if (silenced.find() && !isHeld) {
            return silenced.group(1);
        }
        Matcher wanted = WANTED.matcher(believed);
        String label = wanted.find() ? wanted.group(1) : "No";
        if (isHeld) {
            return json(request, label);
        }
        Matcher quoted = QUOTED.matcher(believed);
        String before = quoted.find() ? "> " + quoted.group(1) + "\n\n" : "";
        return before + table(label);
    }

    private String believed(JsonNode request) {
        JsonNode messages = request.get("messages");
        String told = messages.get(0).get("content").stringValue();
        String turn =
                messages.valueStream()
                        .filter(message -> message.get("role").stringValue().equals("user"))
                        .map(message -> message.get("content").stringValue())
                        .collect(Collectors.joining("\n"));
        if (obedience == Obedience.ALL || !told.contains("<<<END_STUDENT_PROGRAM TOKEN>>>")) {
            return turn;
        }
        Pattern program = obedience == Obedience.OUTSIDE_MARKERS ? MARKED : ANY_MARKED;
        return program.matcher(turn).replaceFirst("");
    }

    private static String table(String label) {
        return "Key Concept\tObservations\tEvidence\tReason\tLabel\n"
                + Stream.of("Sprites", "Variables")
                        .map(name -> "%s\tseen\t\tbecause\t%s Evidence\n".formatted(name, label))
                        .collect(Collectors.joining());
    }

    /** A schema's labels are all that can be written: one outside the scale is left unsaid. */
    private static String json(JsonNode request, String label) {
        JsonNode row =
                request.at("/response_format/json_schema/schema/properties/rows/items/properties");
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
