package org.code.aiproxy.web.chat;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.code.aiproxy.model.Generation;
import org.code.aiproxy.model.Message;
import org.code.aiproxy.model.ModelRequest;
import org.code.aiproxy.model.OutputRoom;
import org.code.aiproxy.model.ResponseFormat;
import org.code.aiproxy.model.TimeBudget;
import org.code.aiproxy.model.routing.ModelNames;
import org.code.aiproxy.model.routing.ModelRouter;
import org.code.aiproxy.web.connection.HangUps;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Says hello to a model, to try a deployment with. */
@RestController
class GreetingController {

    private static final double TEMPERATURE = 1;

    /** A sentence's, many times over. */
    private static final int TOKENS = 500;

    private final ModelRouter models;
    private final TimeBudget budget;
    private final HangUps hangUps;

    /** What the model says, as a message in OpenAI's form. */
    record Said(String role, String content) {}

    GreetingController(ModelRouter models, TimeBudget budget, HangUps hangUps) {
        this.models = models;
        this.budget = budget;
        this.hangUps = hangUps;
    }

    @GetMapping("/test/openai")
    Said greet(
            @RequestParam Optional<String> model,
            @RequestParam("api-key") Optional<String> key,
            HttpServletRequest caller) {
        ModelRequest greeting =
                greeting(ModelNames.parse(model.orElseGet(models::defaultModel)).getFirst(), key);
        return hangUps.whileThere(
                caller,
                () ->
                        new Said(
                                "assistant",
                                models.clientToAsk(greeting.model())
                                        .complete(greeting)
                                        .completions()
                                        .getFirst()
                                        .text()));
    }

    private ModelRequest greeting(String model, Optional<String> key) {
        return new ModelRequest(
                model,
                List.of(Message.user("Say hello in one short sentence.")),
                new Generation(TEMPERATURE, Optional.empty(), OutputRoom.of(TOKENS)),
                1,
                ResponseFormat.TSV,
                Optional.empty(),
                key,
                budget.begin());
    }
}
