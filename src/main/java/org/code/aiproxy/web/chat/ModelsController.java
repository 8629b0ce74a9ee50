package org.code.aiproxy.web.chat;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.code.aiproxy.model.ListedModel;
import org.code.aiproxy.model.ModelException;
import org.code.aiproxy.model.OpenAiModels;
import org.code.aiproxy.model.TimeBudget;
import org.code.aiproxy.model.routing.ModelRouter;
import org.code.aiproxy.web.connection.HangUps;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** What models there are. */
@RestController
class ModelsController {

    private final ModelRouter models;
    private final OpenAiModels openAi;
    private final TimeBudget budget;
    private final HangUps hangUps;

    /**
     * A model in OpenAI's form.
     *
     * @param created when it was made, in seconds since 1970; unknown, so always 0
     * @param shutdown_date the first day on which it isn't served any more; left out where none is
     *     known
     */
    record Model(
            String id,
            String object,
            long created,
            String owned_by,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) Optional<LocalDate> shutdown_date) {

        static Model of(ListedModel model) {
            return new Model(model.name(), "model", 0, model.owner(), model.shutdown());
        }
    }

    /** A list in OpenAI's form. */
    record ModelPage(String object, List<Model> data) {}

    ModelsController(ModelRouter models, OpenAiModels openAi, TimeBudget budget, HangUps hangUps) {
        this.models = models;
        this.openAi = openAi;
        this.budget = budget;
        this.hangUps = hangUps;
    }

    @GetMapping("/v1/models")
    ModelPage list() {
        return new ModelPage("list", models.models().stream().map(Model::of).toList());
    }

    /** Names can have slashes in them. */
    @GetMapping("/v1/models/{*name}")
    Model find(@PathVariable String name) {
        return models.models().stream()
                .filter(model -> model.name().equals(name.substring(1)))
                .map(Model::of)
                .findFirst()
                .orElseThrow(() ->
                        new ModelException.UnknownModel(
                                "is unknown; GET /v1/models lists the models."));
    }

    @GetMapping("/openai/models")
    JsonNode listOfOpenAi(
            @RequestParam("api-key") Optional<String> key, HttpServletRequest caller) {
        return hangUps.whileThere(caller, () -> openAi.list(key, budget.begin()));
    }
}
