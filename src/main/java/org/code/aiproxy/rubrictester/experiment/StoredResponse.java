package org.code.aiproxy.rubrictester.experiment;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.code.aiproxy.grading.assessment.Assessment;
import org.code.aiproxy.grading.assessment.Assessment.EvidenceCounts;
import org.code.aiproxy.grading.assessment.Assessment.Responses;
import org.code.aiproxy.grading.assessment.RawResponse;
import org.code.aiproxy.grading.rubric.Label;
import org.code.aiproxy.json.ForeignJson;
import org.code.aiproxy.model.Adjustment;
import org.code.aiproxy.model.catalogue.Parameter;
import org.code.aiproxy.model.catalogue.Usage;
import org.code.aiproxy.rubrictester.dataset.InvalidDataException;
import org.code.aiproxy.rubrictester.experiment.GradedProgram.GradedConcept;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What is kept of one student: the service's answer as it is, with {@code responses} (what the
 * model said) and {@code fingerprint} beside it; or, in place of the answer, {@code error}. Entries
 * of the earlier tool have the answer alone.
 *
 * @param json the entry
 */
record StoredResponse(JsonNode json) {

    private static final JsonMapper MAPPER = ForeignJson.MAPPER;

    static StoredResponse of(Assessment assessment, String fingerprint) {
        ObjectNode json = MAPPER.valueToTree(assessment);
        json.set("responses", responses(assessment.rawResponses()));
        json.put("fingerprint", fingerprint);
        return new StoredResponse(json);
    }

    static StoredResponse of(StudentResult.Failed failed, String fingerprint) {
        ObjectNode json = MAPPER.createObjectNode();
        json.put("error", failed.problem());
        json.putObject("metadata").set("usage", MAPPER.valueToTree(failed.usage()));
        json.set("responses", responses(failed.rawResponses()));
        json.put("fingerprint", fingerprint);
        return new StoredResponse(json);
    }

    /** Whether it holds labels, and not an error. */
    boolean isGraded() {
        return json.path("data").isArray();
    }

    /** Whether it answers a request; no one knows of the earlier tool's entries, which count. */
    boolean answers(String fingerprint) {
        return !json.has("fingerprint")
                || json.path("fingerprint").asString("").equals(fingerprint);
    }

    /**
     * The entry, read.
     *
     * @throws InvalidDataException when it isn't an answer of the service
     */
    GradedProgram program() {
        JsonNode metadata = json.path("metadata");
        JsonNode responses = metadata.path("responses");
        JsonNode evidence = metadata.path("evidence");
        return new GradedProgram(
                metadata.path("agent").asString(""),
                metadata.path("time").asDouble(0),
                usage(metadata.path("usage")),
                new Responses(
                        responses.path("requested").asInt(0),
                        responses.path("used").asInt(0),
                        responses.path("invalid").asInt(0),
                        responses.path("repaired").asInt(0),
                        responses.path("reasked").asInt(0),
                        responses.path("drafts").asInt(0),
                        responses.path("ambiguous").asInt(0)),
                new EvidenceCounts(
                        evidence.path("items").asInt(0),
                        evidence.path("corrected").asInt(0),
                        evidence.path("unverified").asInt(0)),
                metadata.path("adjusted")
                        .valueStream()
                        .flatMap(one -> adjustment(one).stream())
                        .toList(),
                json.path("data").valueStream().map(row -> concept(row, metadata)).toList(),
                json.path("responses").valueStream().map(StoredResponse::response).toList());
    }

    private static Optional<Adjustment> adjustment(JsonNode json) {
        return Parameter.parse(json.path("parameter").asString(""))
                .map(parameter ->
                        new Adjustment(
                                parameter,
                                json.path("change").asString(""),
                                json.path("reason").asString("")));
    }

    private static Usage usage(JsonNode json) {
        JsonNode prompt = json.path("prompt_tokens_details");
        return new Usage(
                json.path("prompt_tokens").asLong(0),
                json.path("completion_tokens").asLong(0),
                prompt.path("cached_tokens").asLong(0),
                prompt.path("cache_write_tokens").asLong(0),
                json.path("completion_tokens_details").path("reasoning_tokens").asLong(0),
                json.path("total_tokens").asLong(0));
    }

    private static GradedConcept concept(JsonNode row, JsonNode metadata) {
        String name = row.path("Key Concept").asString("");
        List<Label> votes = new ArrayList<>();
        metadata.path("votes")
                .path(name)
                .path("votes")
                .forEach(vote -> votes.add(label(vote.asString(""))));
        return new GradedConcept(
                name,
                label(row.path("Label").asString(row.path("Grade").asString(""))),
                row.path("Observations").asString(""),
                row.path("Evidence").asString(""),
                row.path("Reason").asString(""),
                votes,
                probabilities(metadata.path("probabilities").path(name)));
    }

    private static Map<Label, Double> probabilities(JsonNode json) {
        Map<Label, Double> probabilities = new EnumMap<>(Label.class);
        json.properties()
                .forEach(one ->
                        Label.of(one.getKey())
                                .filter(_ -> isProbability(one.getValue()))
                                .ifPresent(label ->
                                        probabilities.put(label, one.getValue().doubleValue())));
        return probabilities;
    }

    private static boolean isProbability(JsonNode value) {
        return value.isNumber() && value.doubleValue() >= 0 && value.doubleValue() <= 1;
    }

    private static Label label(String text) {
        return Label.of(text)
                .orElseThrow(
                        () -> new InvalidDataException("`%s` is not a label.".formatted(text)));
    }

    private static ArrayNode responses(List<RawResponse> raw) {
        ArrayNode array = MAPPER.createArrayNode();
        for (RawResponse response : raw) {
            ObjectNode one = array.addObject().put("text", response.text());
            response.problem().ifPresent(problem -> one.put("problem", problem));
        }
        return array;
    }

    private static RawResponse response(JsonNode json) {
        return new RawResponse(json.path("text").asString(""), json.path("problem").asStringOpt());
    }

    @Override
    public String toString() {
        return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(json);
    }
}
