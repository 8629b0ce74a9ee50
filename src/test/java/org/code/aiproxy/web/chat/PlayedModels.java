package org.code.aiproxy.web.chat;

import java.util.Optional;
import org.code.aiproxy.player.PlayedFault;
import org.code.aiproxy.player.ProviderPlayer;
import org.code.aiproxy.player.model.PlayedQuestion;
import org.code.aiproxy.player.model.PlayedQuestion.Form;
import org.code.aiproxy.player.model.Reply;
import org.code.aiproxy.player.model.TokenUse;
import org.code.aiproxy.player.wire.Script;
import tools.jackson.databind.JsonNode;

/**
 * The same model behind OpenAI's APIs and behind Bedrock's. It greets; calls a tool where it has
 * one; answers JSON where a schema says so; and does what the words LIMIT and BREAK ask for.
 */
final class PlayedModels {

    private static final String ULM = "{\"city\":\"Ulm\"}";

    private PlayedModels() {}

    static Script player() {
        return new ProviderPlayer()
                .writtenBy((question, _) -> reply(question.form()))
                .countedBy((_, _) -> new TokenUse(9, 0, 0, 2))
                .failing(PlayedModels::fault);
    }

    private static Reply reply(Form form) {
        return switch (form) {
            case Form.Tool(String name, JsonNode _) -> Reply.tool(name, ULM);
            case Form.Json _ -> Reply.text(ULM);
            case Form.Free _, Form.Decisions _ -> Reply.text("Grüße 😀");
        };
    }

    private static Optional<PlayedFault> fault(PlayedQuestion question) {
        return switch (question.lastTurn()) {
            case "LIMIT" -> Optional.of(PlayedFault.LIMIT_WITH_WAIT);
            case "BREAK" -> Optional.of(PlayedFault.RESET);
            default -> Optional.empty();
        };
    }
}
