package org.code.aiproxy.provider.bedrock;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.code.aiproxy.model.Deadline;
import org.code.aiproxy.model.ModelException;
import org.code.aiproxy.provider.bedrock.converse.BedrockFaults;
import org.code.aiproxy.provider.lifetime.PublishedLifetimes;
import tools.jackson.databind.JsonNode;

/** When Bedrock ends its models, as the {@code modelLifecycle} of its list says. */
final class BedrockLifetimes implements PublishedLifetimes {

    private final FoundationModels models;
    private final BedrockProperties properties;

    BedrockLifetimes(FoundationModels models, BedrockProperties properties) {
        this.models = models;
        this.properties = properties;
    }

    @Override
    public String provider() {
        return BedrockModelClient.PROVIDER;
    }

    @Override
    public boolean canBeAsked() {
        return properties.canListModels();
    }

    @Override
    public Map<String, Optional<LocalDate>> ask(Deadline deadline) {
        Map<String, Optional<LocalDate>> shutdowns = new LinkedHashMap<>();
        for (JsonNode model : models.list(deadline)) {
            JsonNode lifecycle = model.path("modelLifecycle");
            if (lifecycle.has("status")) {
                shutdowns.put(model.path("modelId").asString(""), end(lifecycle));
            }
        }
        return shutdowns;
    }

    private static Optional<LocalDate> end(JsonNode lifecycle) {
        try {
            return lifecycle
                    .path("endOfLifeTime")
                    .asStringOpt()
                    .map(OffsetDateTime::parse)
                    .map(time -> time.withOffsetSameInstant(ZoneOffset.UTC).toLocalDate());
        } catch (DateTimeException e) {
            throw new ModelException.Garbled(
                    BedrockFaults.PROVIDER, "listed a model with an invalid end of life.");
        }
    }
}
