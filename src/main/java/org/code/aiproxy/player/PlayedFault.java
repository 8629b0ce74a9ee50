package org.code.aiproxy.player;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.code.aiproxy.player.Misconduct.refuses;
import static org.code.aiproxy.player.Misconduct.says;
import static org.code.aiproxy.player.Misconduct.sends;
import static org.code.aiproxy.player.Misconduct.writes;

import java.util.Arrays;
import java.util.Optional;
import org.code.aiproxy.player.Misconduct.ByTheModel;
import org.code.aiproxy.player.Misconduct.OnTheWire;
import org.code.aiproxy.player.model.PlayedModel;
import org.code.aiproxy.player.model.Reply.Ending;
import org.code.aiproxy.player.wire.Call;
import org.code.aiproxy.player.wire.Problem;
import org.code.aiproxy.player.wire.Wire;

/** What a played provider or model can do wrong; people ask for each by its name. */
public enum PlayedFault {
    BAD_REQUEST("400", "the request is refused", refuses(Problem.of(400, "Invalid request."))),
    WRONG_KEY(
            "401",
            "the key is wrong",
            refuses(Problem.of(401, "Incorrect API key provided.").coded("invalid_api_key"))),
    UNKNOWN_MODEL(
            "404",
            "the model is unknown",
            refuses(Problem.of(404, "The model does not exist.").coded("model_not_found"))),
    LIMIT(
            "429",
            "too many requests; doesn't say for how long",
            refuses(Problem.of(429, "Rate limit reached.").coded("rate_limit_exceeded"))),
    LIMIT_WITH_WAIT(
            "429-wait",
            "too many requests; Retry-After: 60",
            refuses(
                    Problem.of(429, "Rate limit reached.", "Retry-After: 60")
                            .coded("rate_limit_exceeded"))),
    FAILURE("500", "an internal error", refuses(Problem.of(500, "Internal error."))),
    UNAVAILABLE("503", "overloaded", refuses(Problem.of(503, "Overloaded."))),
    HANG("hang", "never answers", sends(Call::awaitHangUp)),
    DRIP("drip", "half an answer, then a byte now and then", (OnTheWire) Exchange::drip),
    CUT("cut", "half an answer, then the end", (OnTheWire) Exchange::cut),
    RESET("reset", "half an answer, then a broken connection", (OnTheWire) Exchange::reset),
    EMPTY("empty", "status 200 without a body", says("")),
    NULL("null", "status 200 and `null`", says("null")),
    GARBAGE("garbage", "status 200 and HTML that is called JSON", says("<p>garbage</p>")),
    HTML(
            "html",
            "status 200 and a web page",
            sends(call -> call.answer(200, "text/html", "<p>Hello</p>"))),
    ERROR_IN_200(
            "error-in-200",
            "status 200 and an error's body",
            says("{\"error\": {\"message\": \"no\"}}")),
    REDIRECT(
            "redirect",
            "a redirect to another host",
            sends(call -> call.answer(307, "text/html", "", "Location: http://example.org/"))),
    INTERIM("interim", "answers with 1xx, and never another", sends(Endless.interim(103))),
    HEADERS("endless-headers", "headers without an end", sends(Endless.headers())),
    ENDLESS(
            "endless",
            "a body without an end",
            sends(
                    Endless.body(
                            200,
                            Wire.JSON,
                            "{\"choices\":[".getBytes(UTF_8),
                            "{},".getBytes(UTF_8)))),
    GZIP("gzip", "a right answer, compressed", (OnTheWire) Exchange::sendCompressed),
    GZIP_BOMB(
            "gzip-bomb",
            "kilobytes that become gigabytes",
            sends(Endless.compressed(Wire.JSON, "", " "))),
    LENGTH(
            "length",
            "the text is cut off by the limit of tokens",
            writes(it -> it.ending(Ending.LENGTH, it.text().substring(0, it.text().length() / 2)))),
    FILTER(
            "filter",
            "the provider's filter leaves no text",
            writes(it -> it.ending(Ending.FILTERED, ""))),
    REFUSAL(
            "refusal",
            "the model refuses",
            writes(it -> it.ending(Ending.REFUSED, "I'm sorry, but I can't help with that."))),
    PROSE(
            "prose",
            "prose in place of labels",
            writes(it -> it.ending(Ending.STOP, "What a nice program! Well done."))),
    MISSING_ROW(
            "missing-row",
            "the last key concept is left out",
            new ByTheModel(_ -> PlayedModel.withoutARow())),
    UNKNOWN_LABEL(
            "unknown-label",
            "labels that aren't on the scale",
            new ByTheModel(_ -> PlayedModel.withUnknownLabels())),
    WRONG_LINES(
            "wrong-lines",
            "evidence on lines that the program doesn't have",
            new ByTheModel(_ -> PlayedModel.withWrongLines()));

    private final String word;
    private final String description;

    @SuppressWarnings("ImmutableEnumChecker") // The lambdas above hold no state.
    private final Misconduct misconduct;

    PlayedFault(String word, String description, Misconduct misconduct) {
        this.word = word;
        this.description = description;
        this.misconduct = misconduct;
    }

    /** The one that people call so, if there is one. */
    public static Optional<PlayedFault> named(String word) {
        return Arrays.stream(values()).filter(it -> it.word.equals(word)).findFirst();
    }

    /** What people call it. */
    public String word() {
        return word;
    }

    /** What happens, in a few words. */
    public String description() {
        return description;
    }

    Misconduct misconduct() {
        return misconduct;
    }
}
