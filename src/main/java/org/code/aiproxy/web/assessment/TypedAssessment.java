package org.code.aiproxy.web.assessment;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.code.aiproxy.grading.prompt.Example;
import org.code.aiproxy.grading.spec.AssessmentField;
import org.code.aiproxy.grading.spec.Cascade;
import org.code.aiproxy.grading.spec.ColumnLimit;
import org.code.aiproxy.grading.spec.DraftReader;
import org.code.aiproxy.grading.spec.InvalidFieldException;
import org.code.aiproxy.grading.spec.Layout;
import org.code.aiproxy.grading.spec.LessonText;
import org.code.aiproxy.grading.spec.ModelChoice;
import org.code.aiproxy.grading.spec.ReviewRule;
import org.code.aiproxy.grading.spec.SpecDraft;
import org.code.aiproxy.grading.spec.SpecOverrides;
import org.code.aiproxy.grading.spec.StaticConcepts;
import org.code.aiproxy.grading.spec.Submission;
import org.code.aiproxy.json.ForeignJson;
import org.code.aiproxy.model.routing.ModelNames;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.type.LogicalType;

/**
 * The JSON of {@code POST /v1/assessments}, as {@link AssessmentField} describes it. A field that
 * is null isn't there.
 */
record TypedAssessment(
        @JsonProperty("code") @Nullable String code,
        @JsonProperty("prompt") @Nullable String prompt,
        @JsonProperty("rubric") @Nullable String rubric,
        @JsonProperty("examples") @Nullable List<Pair> examples,
        @JsonProperty("model") @Nullable String model,
        @JsonProperty("cascade") @Nullable String cascade,
        @JsonProperty("cascade_thresholds") @Nullable String cascadeThresholds,
        @JsonProperty("evidence_model") @Nullable String evidenceModel,
        @JsonProperty("api_key") @Nullable String apiKey,
        @JsonProperty("num_responses") @Nullable Integer responses,
        @JsonProperty("adaptive_votes") @Nullable Boolean adaptive,
        @JsonProperty("temperature") @Nullable Double temperature,
        @JsonProperty("reasoning_effort") @Nullable String effort,
        @JsonProperty("response_type") @Nullable String format,
        @JsonProperty("remove_comments") @Nullable Boolean removeComments,
        @JsonProperty("legacy_prompt") @Nullable Boolean plainLayout,
        @JsonProperty("code_feature_extractor") @Nullable List<String> staticConcepts,
        @JsonProperty("lesson") @Nullable String lesson,
        @JsonProperty("review_below") @Nullable Double reviewBelow,
        @JsonProperty("calibration") @Nullable String calibration,
        @JsonProperty("evidence_limit") @Nullable Integer evidenceLimit) {

    private static final JsonMapper MAPPER =
            ForeignJson.builder()
                    .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                    .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                    .withCoercionConfig(
                            LogicalType.Textual,
                            text ->
                                    text.setCoercion(
                                                    CoercionInputShape.Integer, CoercionAction.Fail)
                                            .setCoercion(
                                                    CoercionInputShape.Float, CoercionAction.Fail)
                                            .setCoercion(
                                                    CoercionInputShape.Boolean,
                                                    CoercionAction.Fail))
                    .build();

    /** A program and the response to it, as an array. */
    @JsonFormat(shape = JsonFormat.Shape.ARRAY)
    record Pair(
            @JsonProperty(required = true) String program,
            @JsonProperty(required = true) String response) {

        private Example example() {
            return new Example(program, response);
        }
    }

    /**
     * Reads it.
     *
     * @throws InvalidFieldException for a field that is unknown or has another type
     */
    static TypedAssessment read(JsonNode object) {
        if (!object.isObject()) {
            throw new InvalidFieldException("body", "must be a JSON object of fields.");
        }
        try {
            return MAPPER.treeToValue(object, TypedAssessment.class);
        } catch (DatabindException e) {
            throw invalid(e.getPath().getFirst().getPropertyName());
        }
    }

    private static InvalidFieldException invalid(String field) {
        return AssessmentField.typed(field)
                .map(known ->
                        new InvalidFieldException(
                                field, "must be %s.".formatted(known.kind().asJson())))
                .orElseGet(() ->
                        new InvalidFieldException(
                                field, "is unknown; GET /openapi.json lists this route's fields."));
    }

    /**
     * The program, and what is wanted of its assessment.
     *
     * @throws InvalidFieldException for a field that is missing or can't be used, by the name that
     *     it has in {@code POST /assessment}
     */
    Submission submission() {
        if (code == null) {
            throw Submission.withoutCode();
        }
        return new Submission(
                new SpecDraft(
                        text(),
                        choice(),
                        new Layout(
                                Boolean.TRUE.equals(removeComments),
                                Boolean.TRUE.equals(plainLayout)),
                        new StaticConcepts(
                                given(lesson).orElse(""),
                                staticConcepts == null ? List.of() : staticConcepts),
                        review(),
                        DraftReader.calibration(given(calibration)),
                        evidenceLimit == null
                                ? ColumnLimit.MYSQL_TEXT
                                : ColumnLimit.of(evidenceLimit)),
                code,
                given(apiKey));
    }

    private ReviewRule review() {
        if (reviewBelow == null) {
            return ReviewRule.NONE;
        }
        if (!(reviewBelow >= 0 && reviewBelow <= 1)) {
            throw invalid(AssessmentField.REVIEW_BELOW.typedName());
        }
        return ReviewRule.below(reviewBelow);
    }

    private LessonText text() {
        return new LessonText(
                Objects.requireNonNullElse(prompt, ""),
                Objects.requireNonNullElse(rubric, ""),
                examples == null ? List.of() : examples.stream().map(Pair::example).toList());
    }

    private ModelChoice choice() {
        ModelChoice usual = ModelChoice.USUAL;
        return new ModelChoice(
                        given(model).map(ModelNames::parse).orElse(usual.models()),
                        Objects.requireNonNullElse(responses, usual.responses()),
                        Objects.requireNonNullElse(adaptive, usual.adaptive()),
                        Objects.requireNonNullElse(temperature, usual.temperature()),
                        SpecOverrides.effort(given(effort)),
                        DraftReader.format(given(format)))
                .with(Cascade.read(given(model), given(cascade), given(cascadeThresholds)))
                .withEvidenceOf(given(evidenceModel));
    }

    /** A blank text is as good as none. */
    private static Optional<String> given(@Nullable String text) {
        return Optional.ofNullable(text).map(String::strip).filter(it -> !it.isEmpty());
    }

    /** Leaves values out: a program and a key are among them. */
    @Override
    public String toString() {
        return "TypedAssessment";
    }
}
