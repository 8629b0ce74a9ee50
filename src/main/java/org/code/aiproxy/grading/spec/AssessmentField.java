package org.code.aiproxy.grading.spec;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Stream;
import org.code.aiproxy.grading.spec.FieldKind.Flag;
import org.code.aiproxy.grading.spec.FieldKind.Names;
import org.code.aiproxy.grading.spec.FieldKind.Pairs;
import org.code.aiproxy.grading.spec.FieldKind.Text;
import org.code.aiproxy.grading.spec.FieldKind.Word;
import org.code.aiproxy.model.ResponseFormat;
import org.code.aiproxy.model.catalogue.Effort;

/** The fields of an assessment. All who read them, API.md and openapi.yaml follow this table. */
// Error Prone can't see that the sets and lists are unmodifiable.
@SuppressWarnings("ImmutableEnumChecker")
public enum AssessmentField {
    CODE(
            "code",
            new Text(200_000),
            Place.ROUTES,
            FieldDoc.of("the student's program; may be blank")
                    .withExample("var s = createSprite(1, 2);\n")),
    PROMPT(
            "prompt",
            Text.LONG,
            Place.ROUTES,
            FieldDoc.of("the system prompt").withExample("Grade the program.")),
    RUBRIC(
            "rubric",
            Text.LONG,
            Place.ROUTES,
            FieldDoc.of(
                            "CSV with a `Key Concept` column and a column for each label; other columns"
                                    + " are shown to the model too. Semicolons and tabs, titles above"
                                    + " the header, and other spaces, case and dashes in headings are"
                                    + " accepted; the model sees the standard form")
                    .withExample(
                            """
                            Key Concept,Extensive Evidence,Convincing Evidence,Limited Evidence,No Evidence
                            Sprites,At least 3 sprites,At least 2 sprites,At least 1 sprite,No sprites
                            """)),
    MODEL(
            "model",
            Text.LONG,
            Place.ALL,
            FieldDoc.of(
                            "the model's name, or up to five, separated by commas: each is tried until"
                                    + " one answers; by default the service's default model")
                    .withExample("offline.baseline")
                    .in("several-models")),
    CASCADE(
            "cascade",
            Text.LONG,
            Place.LESSONS,
            FieldDoc.of(
                            "with `model=cascade`: two to five models with commas, each asked about the"
                                    + " key concepts that those before aren't sure enough of; the last"
                                    + " may be `person`")
                    .withExample("decisions.gpt-6-luna,gpt-6-luna,person")
                    .in("a-cascade")),
    CASCADE_THRESHOLDS(
            "cascade-thresholds",
            Text.LONG,
            Place.LESSONS,
            FieldDoc.of(
                            "the confidence from which on a label is kept, for each name of `cascade`"
                                    + " but the last, with commas")
                    .withExample("0.85,0.6")
                    .in("a-cascade")),
    EVIDENCE_MODEL(
            "evidence-model",
            Text.LONG,
            Place.LESSONS,
            FieldDoc.of(
                            "a model that writes text: where a model that decides (`decisions.…`) gave"
                                    + " the labels, it is asked only for evidence of them")
                    .withExample("gpt-6-luna")
                    .in("models-that-decide")),
    API_KEY(
            "api-key",
            Text.LONG,
            Set.of(Place.FORM, Place.TYPED, Place.SAMPLE),
            FieldDoc.of(
                    "the caller's own OpenAI key, for this request only; it is sent to OpenAI only")),
    EXAMPLES(
            "examples",
            new Pairs(50),
            Place.ROUTES,
            FieldDoc.of(
                    "programs with the response that the model should give to each, covering exactly"
                            + " the rubric's key concepts")),
    REMOVE_COMMENTS(
            "remove-comments",
            new Flag(),
            Place.ALL,
            FieldDoc.of("shows the model the program without comments, on the same lines")),
    NUM_RESPONSES(
            "num-responses",
            ModelChoice.RESPONSES,
            Place.ALL,
            FieldDoc.of("how many responses vote").in("votes")),
    TEMPERATURE(
            "temperature",
            ModelChoice.TEMPERATURE,
            Place.ALL,
            FieldDoc.of(
                            "how freely the model samples, up to 1 on Bedrock; left out for models that"
                                    + " reject it")
                    .in("what-a-model-doesnt-accept")),
    REASONING_EFFORT(
            "reasoning-effort",
            new Word(
                    Arrays.stream(Effort.values()).map(Effort::wireName).toList(),
                    Optional.empty()),
            Place.ALL,
            FieldDoc.of(
                    "how long the model thinks before it answers; by default the model decides")),
    RESPONSE_TYPE(
            "response-type",
            new Word(
                    Arrays.stream(ResponseFormat.values()).map(ResponseFormat::wireName).toList(),
                    Optional.of(ModelChoice.USUAL.format().wireName())),
            Place.LESSONS,
            FieldDoc.of(
                    "what the prompt asks for; with `tsv`, CSV and Markdown tables are accepted too")),
    ADAPTIVE_VOTES(
            "adaptive-votes",
            new Flag(),
            Place.LESSONS,
            FieldDoc.of("stops asking for responses once the result is certain").in("votes")),
    LEGACY_PROMPT(
            "legacy-prompt",
            new Flag(),
            Place.LESSONS,
            FieldDoc.of("sends the model the program without markers around it")
                    .in("the-program-between-markers")),
    CODE_FEATURE_EXTRACTOR(
            "code-feature-extractor",
            new Names(),
            Place.LESSONS,
            FieldDoc.of(
                            "the rubric's key concepts that decision trees label, without a model;"
                                    + " needs `lesson`")
                    .in("without-a-model")),
    LESSON(
            "lesson",
            Text.LONG,
            Place.LESSONS,
            FieldDoc.of("the lesson whose decision trees label them")
                    .withExample("csd3-2023-L18")
                    .in("without-a-model")),
    REVIEW_BELOW(
            "review-below",
            new FieldKind.Decimal(0, 1, OptionalDouble.empty()),
            Place.LESSONS,
            FieldDoc.of(
                            "the confidence at which a label needs no person, as"
                                    + " `bin/rubric-tester guarantee` finds it; the answer then says"
                                    + " which labels a person should check")
                    .in("labels-for-a-person")),
    CALIBRATION(
            "calibration",
            Text.LONG,
            Place.LESSONS,
            FieldDoc.of(
                            "what makes the confidence mean what it says, as `bin/rubric-tester"
                                    + " calibrate` finds it: `temperature=1.8`, or"
                                    + " `isotonic=0.4:0.3,0.9:0.8`")
                    .withExample("temperature=1.8")
                    .in("labels-for-a-person")),
    EVIDENCE_LIMIT(
            "evidence-limit",
            ColumnLimit.BYTES,
            Set.of(Place.TYPED),
            FieldDoc.of(
                    "bytes of UTF-8 that each of `Observations`, `Evidence` and `Reason` may have, 1,000"
                            + " or more; 0 for no limit"));

    /** Where a field can stand. */
    public enum Place {
        /** The fields of {@code POST /assessment}, which are text. */
        FORM,
        /** The JSON of {@code POST /v1/assessments}. */
        TYPED,
        /** A lesson's {@code params.json}. */
        PARAMS,
        /** The routes that assess the sample lesson. */
        SAMPLE;

        private static final Set<Place> ALL = Set.of(values());
        private static final Set<Place> ROUTES = Set.of(FORM, TYPED);
        private static final Set<Place> LESSONS = Set.of(FORM, TYPED, PARAMS);
    }

    private static final Set<AssessmentField> REQUIRED = Set.of(CODE, PROMPT, RUBRIC);

    private final String text;
    private final FieldKind kind;
    private final Set<Place> places;
    private final FieldDoc doc;

    AssessmentField(String text, FieldKind kind, Set<Place> places, FieldDoc doc) {
        this.text = text;
        this.kind = kind;
        this.places = places;
        this.doc = doc;
    }

    /** Those that can stand somewhere, in the table's order. */
    public static List<AssessmentField> of(Place place) {
        return Stream.of(values()).filter(field -> field.places.contains(place)).toList();
    }

    /** The field that a name in typed JSON means. */
    public static Optional<AssessmentField> typed(String name) {
        return of(Place.TYPED).stream().filter(it -> it.typedName().equals(name)).findFirst();
    }

    /** The name of a field of {@code POST /assessment} in typed JSON. */
    public static String typedName(String text) {
        return text.replace('-', '_');
    }

    /** Its name, such as {@code num-responses}. */
    public String text() {
        return text;
    }

    /** Its name in typed JSON, such as {@code num_responses}. */
    public String typedName() {
        return typedName(text);
    }

    public FieldKind kind() {
        return kind;
    }

    /** Whether a request must have it. */
    public boolean isRequired() {
        return REQUIRED.contains(this);
    }

    /** What people are told of it. */
    public FieldDoc doc() {
        return doc;
    }

    /** The fault of a request without it. */
    InvalidFieldException isMissing() {
        return new InvalidFieldException(text, "is required.");
    }

    /** The fault of a value that can't be used. */
    InvalidFieldException mustBe(String what) {
        return new InvalidFieldException(text, "must be %s.".formatted(what));
    }

    /** The fault of a value that its kind doesn't have, where everything is text. */
    InvalidFieldException isNot() {
        return mustBe(kind.asText());
    }
}
