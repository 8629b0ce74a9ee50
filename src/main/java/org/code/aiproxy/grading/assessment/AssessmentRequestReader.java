package org.code.aiproxy.grading.assessment;

import com.github.benmanes.caffeine.cache.Interner;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.code.aiproxy.grading.decisiontree.StaticAssessor;
import org.code.aiproxy.grading.program.Program;
import org.code.aiproxy.grading.prompt.Example;
import org.code.aiproxy.grading.prompt.Prompt;
import org.code.aiproxy.grading.response.CompletionReader;
import org.code.aiproxy.grading.rubric.InvalidRubricException;
import org.code.aiproxy.grading.rubric.Rubric;
import org.code.aiproxy.model.ResponseFormat;
import org.code.aiproxy.model.catalogue.Effort;
import org.code.aiproxy.model.routing.ModelNames;
import org.code.aiproxy.model.routing.ModelRouter;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Makes a valid request of the fields that came in. */
public final class AssessmentRequestReader {

    /** Characters; students' longest programs have less than a third of it. */
    private static final int LONGEST_PROGRAM = 200_000;

    private static final int MOST_KEY_CONCEPTS = 100;
    private static final int MOST_EXAMPLES = 50;
    private static final int MOST_RESPONSES = 10;
    private static final double DEFAULT_TEMPERATURE = 0.2;
    private static final int HIGHEST_TEMPERATURE = 2;

    private static final String REASONING_EFFORT = "reasoning-effort";

    private final ModelRouter models;
    private final StaticConceptsReader staticConcepts;
    private final JsonMapper mapper;

    /** Requests of a lesson share its prompt while one of them is under way. */
    private final Interner<Prompt> prompts = Interner.newWeakInterner();

    /**
     * @param models say which model a request that names none goes to
     * @param assessor says which key concepts need no model
     */
    public AssessmentRequestReader(ModelRouter models, StaticAssessor assessor, JsonMapper mapper) {
        this.models = models;
        this.staticConcepts = new StaticConceptsReader(assessor, mapper);
        this.mapper = mapper;
    }

    /**
     * Reads the fields that API.md lists; others are ignored.
     *
     * @throws InvalidFieldException for the first field that is missing or can't be used
     */
    public AssessmentRequest read(RequestFields fields) {
        String code = code(fields);
        String instructions = fields.requiredText("prompt");
        Rubric rubric = rubric(fields.requiredText("rubric"));
        ResponseFormat format = format(fields);
        return new AssessmentRequest(
                new Program(code),
                prompts.intern(new Prompt(instructions, rubric, examples(fields, rubric, format))),
                fields.flag("remove-comments"),
                fields.flag("legacy-prompt"),
                staticConcepts.read(fields, rubric),
                choice(fields, format),
                ColumnLimit.MYSQL_TEXT);
    }

    private static String code(RequestFields fields) {
        String code =
                fields.raw("code")
                        .orElseThrow(() ->
                                new InvalidFieldException("code", "is required; it may be blank."));
        if (code.length() > LONGEST_PROGRAM) {
            throw new OverlongFieldException("code", LONGEST_PROGRAM);
        }
        return code;
    }

    private ModelChoice choice(RequestFields fields, ResponseFormat format) {
        return new ModelChoice(
                ModelNames.parse(fields.text("model").orElseGet(models::defaultModel)),
                fields.text("api-key").map(String::strip),
                fields.integer("num-responses", 1, 1, MOST_RESPONSES),
                fields.flag("adaptive-votes"),
                fields.number("temperature", DEFAULT_TEMPERATURE, 0, HIGHEST_TEMPERATURE),
                effort(fields),
                format);
    }

    private static Optional<Effort> effort(RequestFields fields) {
        Optional<String> name = fields.text(REASONING_EFFORT).map(String::strip);
        Optional<Effort> effort = name.flatMap(Effort::parse);
        if (name.isPresent() && effort.isEmpty()) {
            throw new InvalidFieldException(
                    REASONING_EFFORT, "must be one of %s.".formatted(Effort.wireNames()));
        }
        return effort;
    }

    private static Rubric rubric(String csv) {
        try {
            Rubric rubric = Rubric.parse(csv);
            if (rubric.keyConcepts().size() > MOST_KEY_CONCEPTS) {
                throw new InvalidFieldException(
                        "rubric", "must have at most %d rows.".formatted(MOST_KEY_CONCEPTS));
            }
            return rubric;
        } catch (InvalidRubricException e) {
            throw new InvalidFieldException("rubric", e.getMessage() + ".");
        }
    }

    private static ResponseFormat format(RequestFields fields) {
        Optional<String> name = fields.text("response-type").map(String::strip);
        return name.isEmpty()
                ? ResponseFormat.TSV
                : ResponseFormat.of(name.get())
                        .orElseThrow(() ->
                                new InvalidFieldException("response-type", "must be tsv or json."));
    }

    private List<Example> examples(RequestFields fields, Rubric rubric, ResponseFormat format) {
        List<Example> examples = new ArrayList<>();
        CompletionReader reader = new CompletionReader(rubric, rubric.names(), "");
        JsonNode pairs = pairs(fields.text("examples").orElse("[]"));
        if (pairs.size() > MOST_EXAMPLES) {
            throw new InvalidFieldException(
                    "examples", "must be at most %d pairs.".formatted(MOST_EXAMPLES));
        }
        for (JsonNode pair : pairs) {
            boolean isPair =
                    pair.isArray()
                            && pair.size() == 2
                            && pair.valueStream().allMatch(JsonNode::isString);
            if (!isPair) {
                throw notPairs();
            }
            Example example = new Example(pair.get(0).stringValue(), pair.get(1).stringValue());
            examples.add(example);
            if (!reader.coversKeyConcepts(example.response())) {
                throw new InvalidFieldException(
                        "examples",
                        "must respond as the model should: response %d is not %s with exactly the rubric's key concepts."
                                .formatted(examples.size(), format));
            }
        }
        return examples;
    }

    private JsonNode pairs(String json) {
        try {
            JsonNode pairs = mapper.readTree(json);
            if (pairs.isArray()) {
                return pairs;
            }
        } catch (JacksonException e) {
            // Not JSON is as wrong as JSON that is no array.
        }
        throw notPairs();
    }

    private static InvalidFieldException notPairs() {
        return new InvalidFieldException(
                "examples",
                "must be a JSON array of pairs, [[program, response], …], all strings.");
    }
}
