package org.code.aiproxy.grading.assessment;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.code.aiproxy.grading.decisiontree.StaticAssessor;
import org.code.aiproxy.grading.lesson.Lesson;
import org.code.aiproxy.grading.spec.AssessmentRules;
import org.code.aiproxy.grading.spec.AssessmentSpecs;
import org.code.aiproxy.grading.spec.DraftReader;
import org.code.aiproxy.grading.spec.RequestFields;
import org.code.aiproxy.model.ChatReply;
import org.code.aiproxy.model.ChatRequest;
import org.code.aiproxy.model.Completion;
import org.code.aiproxy.model.ListedModel;
import org.code.aiproxy.model.ModelClient;
import org.code.aiproxy.model.ModelRequest;
import org.code.aiproxy.model.ModelResponse;
import org.code.aiproxy.model.TimeBudget;
import org.code.aiproxy.model.catalogue.ModelCard;
import org.code.aiproxy.model.catalogue.Usage;
import org.code.aiproxy.model.routing.Fallback;
import org.code.aiproxy.model.routing.ModelRouter;
import org.code.aiproxy.processor.ProcessorQueue;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** What an assessment takes beside HTTP and the wait for a model: from a form's fields to labels. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(value = 2, jvmArgsAppend = "-XX:ActiveProcessorCount=1")
public class AssessmentBenchmark {

    private static final String ANSWER =
            """
            Key Concept\tObservations\tEvidence\tReason\tLabel
            Sprites\tTwo sprites.\tLine 4: Creates a sprite `var player = createSprite(200, 350);`\tr\tConvincing Evidence
            Position and Movement\to\tLines 4-6: Moves `player.x = player.x + 5;`\tr\tNo Evidence
            Conditionals\to\tLine 1: x\tr\tNo Evidence
            Variables\to\tLine 1: x\tr\tNo Evidence
            """;

    private final ProcessorQueue processors = new ProcessorQueue(1);
    private final ModelRouter models = new ModelRouter(List.of(new AtOnce()), Optional.of("m"));
    private final StaticAssessor assessor = new StaticAssessor();
    private final AssessmentRules rules = new AssessmentRules(false, true, true);
    private final AssessmentSpecs specs = new AssessmentSpecs(models, assessor, rules);
    private final LabelService labels =
            new LabelService(
                    models,
                    new Fallback(new SimpleMeterRegistry()),
                    assessor,
                    rules,
                    new TimeBudget(Duration.ofMinutes(1)),
                    processors,
                    new SimpleMeterRegistry());
    private final Map<String, List<String>> form = form();

    /** Answers without a provider. */
    private static final class AtOnce implements ModelClient {

        @Override
        public boolean serves(String model) {
            return true;
        }

        @Override
        public List<String> modelNames() {
            return List.of();
        }

        @Override
        public Optional<String> defaultModel() {
            return Optional.of("m");
        }

        @Override
        public String agent(String model) {
            return "bench";
        }

        @Override
        public Optional<ModelCard> card(String model) {
            return Optional.empty();
        }

        @Override
        public ModelResponse complete(ModelRequest request) {
            return new ModelResponse(
                    List.of(new Completion(ANSWER, Completion.FinishReason.STOP)), Usage.NONE);
        }

        @Override
        public Usage chat(ChatRequest request, ChatReply reply) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<ListedModel> models() {
            return List.of();
        }
    }

    @Benchmark
    public Assessment assess() {
        return labels.assess(specs.request(DraftReader.read(RequestFields.ofTexts(form))));
    }

    @TearDown(Level.Trial)
    public void close() {
        processors.close();
    }

    private static Map<String, List<String>> form() {
        var text = Lesson.sample().spec().text();
        Map<String, List<String>> form = new LinkedHashMap<>();
        form.put("code", List.of(Lesson.sampleProgram()));
        form.put("prompt", List.of(text.prompt()));
        form.put("rubric", List.of(text.rubric()));
        form.put("model", List.of("m"));
        return form;
    }
}
