package org.code.aiproxy.cli.doctor;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.code.aiproxy.console.Diagnosis;
import org.code.aiproxy.console.Examination;
import org.code.aiproxy.model.Deadline;
import org.code.aiproxy.model.ModelException;
import org.code.aiproxy.model.routing.ModelRouter;
import org.code.aiproxy.provider.FreeCalls;
import org.code.aiproxy.provider.lifetime.EndWarnings;
import org.code.aiproxy.provider.lifetime.PublishedLifetimes;
import org.springframework.beans.factory.BeanFactory;

/**
 * Each provider's list of models, which is free and needs all that a call needs: the network, the
 * address and the key; then the model that is asked by default.
 *
 * @param parts the application's
 */
record ProvidersExamination(BeanFactory parts) implements Examination {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** Names of providers as people know them, and what sets them up. */
    private static final Map<String, String> SET_UP =
            Map.of(
                    "openai", "set OPENAI_API_KEY to use it",
                    "bedrock", "set AWS_REGION and credentials, such as AWS_PROFILE, to use it");

    @Override
    public List<Diagnosis> diagnoses() {
        List<Diagnosis> found = new ArrayList<>();
        parts.getBeanProvider(PublishedLifetimes.class)
                .orderedStream()
                .map(ProvidersExamination::reached)
                .forEach(found::add);
        parts.getBean(FreeCalls.class)
                .byServer()
                .forEach((name, call) ->
                        found.add(
                                reached(
                                        name,
                                        () -> {
                                            call.accept(Deadline.in(PATIENCE));
                                            return "reached; it lists its models";
                                        })));
        found.addAll(defaultModel());
        return found;
    }

    private static Diagnosis reached(PublishedLifetimes provider) {
        String name = provider.provider();
        if (!provider.canBeAsked()) {
            return Diagnosis.off(
                    name,
                    "not configured; %s".formatted(SET_UP.getOrDefault(name, "it isn't used")));
        }
        return reached(
                name,
                () -> {
                    provider.ask(Deadline.in(PATIENCE));
                    return "reached; the key is accepted";
                });
    }

    private static Diagnosis reached(String name, Supplier<String> call) {
        try {
            return Diagnosis.ok(name, call.get());
        } catch (ModelException e) {
            return Diagnosis.problem(
                    name,
                    "%s Check the key, the address, HTTPS_PROXY and SSL_CERT_FILE."
                            .formatted(e.summary()));
        }
    }

    private List<Diagnosis> defaultModel() {
        String model = parts.getBean(ModelRouter.class).defaultModel();
        List<String> ends = parts.getBean(EndWarnings.class).of(model);
        return ends.isEmpty()
                ? List.of(
                        Diagnosis.ok(
                                "models",
                                "%s is the default model, and isn't shut down soon"
                                        .formatted(model)))
                : ends.stream()
                        .map(end ->
                                Diagnosis.warning("models", end + " Set AIPROXY_DEFAULT_MODEL."))
                        .toList();
    }
}
