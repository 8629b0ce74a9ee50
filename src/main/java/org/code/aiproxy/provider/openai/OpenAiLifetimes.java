package org.code.aiproxy.provider.openai;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.code.aiproxy.model.Deadline;
import org.code.aiproxy.model.ModelException;
import org.code.aiproxy.provider.lifetime.PublishedLifetimes;
import tools.jackson.databind.JsonNode;

/**
 * When OpenAI shuts its models down, as its list says (<a
 * href="https://developers.openai.com/api/reference/resources/models/methods/list">{@code
 * shutdown_date}</a>).
 */
final class OpenAiLifetimes implements PublishedLifetimes {

    static final String SHUTDOWN = "shutdown_date";

    private final ModelList list;
    private final Optional<String> key;

    OpenAiLifetimes(ModelList list, Optional<String> key) {
        this.list = list;
        this.key = key;
    }

    @Override
    public String provider() {
        return OpenAiModelClient.PROVIDER;
    }

    @Override
    public boolean canBeAsked() {
        return key.isPresent();
    }

    @Override
    public Map<String, Optional<LocalDate>> ask(Deadline deadline) {
        Map<String, Optional<LocalDate>> shutdowns = new LinkedHashMap<>();
        for (JsonNode model : list.get(key, deadline)) {
            // A list without the field says nothing of the model's end.
            if (model.has(SHUTDOWN)) {
                shutdowns.put(model.path("id").asString(""), shutdown(model));
            }
        }
        return shutdowns;
    }

    /**
     * The day in a model's entry, if there is one.
     *
     * @throws ModelException.Garbled when it is something else
     */
    static Optional<LocalDate> shutdown(JsonNode model) {
        try {
            return model.path(SHUTDOWN).asStringOpt().map(LocalDate::parse);
        } catch (DateTimeException e) {
            throw new ModelException.Garbled(
                    "OpenAI", "listed a model with a shutdown date that is not a date.");
        }
    }
}
