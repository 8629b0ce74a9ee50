package org.code.aiproxy.grading.response.json;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads one JSON value as models write them: with commas before brackets or none between objects,
 * comments, keys without quotes, single and typographic quotes, Python's words, escapes that JSON
 * doesn't have, line breaks in strings and, where that is wanted, quotes inside them.
 */
public final class LenientJson {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final int DEEPEST = 32;
    private static final int LONGEST_WORD = 200;

    private final JsonScanner text;
    private final JsonString strings;
    private final List<ObjectNode> whole = new ArrayList<>();
    private final IdentityHashMap<JsonNode, String> sources = new IdentityHashMap<>();
    private int at;
    private int wholeEnd;
    private boolean exact = true;

    /**
     * @param at where the value begins
     * @param innerQuotes whether a quotation mark that nothing of JSON follows belongs to its
     *     string
     */
    public LenientJson(String text, int at, boolean innerQuotes, Steps steps) {
        this.text = new JsonScanner(text, steps);
        this.strings = new JsonString(this.text, innerQuotes);
        this.at = at;
        this.wholeEnd = at;
    }

    public JsonNode read() throws BrokenJsonException {
        return value(0, JsonString.Place.ELEMENT);
    }

    /** Behind the value. */
    public int end() {
        return at;
    }

    /** Where there may be more after a break: behind what was whole, and not inside a string. */
    public int afterBreak() {
        return Math.max(wholeEnd, strings.lastStart() + 1);
    }

    /** Whether the text ended before the value did. */
    public boolean ranOut() {
        return at >= text.length() || strings.ranOut();
    }

    /** Whether all was written as JSON wants it. */
    public boolean isExact() {
        return exact && strings.areExact();
    }

    /** The objects that came to their ends, without those inside them. */
    public List<ObjectNode> wholeObjects() {
        return List.copyOf(whole);
    }

    /** An object as it is written. */
    public String source(JsonNode object) {
        return sources.getOrDefault(object, "");
    }

    private JsonNode value(int depth, JsonString.Place place) throws BrokenJsonException {
        if (depth > DEEPEST) {
            throw new BrokenJsonException();
        }
        skip();
        char first = text.at(at);
        if (first == '{') {
            return object(depth, place);
        }
        if (first == '[') {
            return array(depth);
        }
        return JsonScanner.isQuote(first) ? NODES.stringNode(string(place)) : word();
    }

    private ObjectNode object(int depth, JsonString.Place place) throws BrokenJsonException {
        ObjectNode object = NODES.objectNode();
        int start = at;
        int before = whole.size();
        at++;
        skip();
        while (text.at(at) != '}') {
            String key = key();
            skip();
            if (text.at(at) != ':') {
                throw new BrokenJsonException();
            }
            at++;
            object.set(key, value(depth + 1, fieldIn(depth, place)));
            separator('}');
        }
        at++;
        whole.subList(before, whole.size()).clear();
        whole.add(object);
        wholeEnd = at;
        sources.put(object, text.between(start, at));
        return object;
    }

    private static JsonString.Place fieldIn(int depth, JsonString.Place place) {
        return depth == 0 && place == JsonString.Place.ELEMENT
                ? JsonString.Place.FIELD_OF_ALL
                : JsonString.Place.FIELD;
    }

    private String key() throws BrokenJsonException {
        if (JsonScanner.isQuote(text.at(at))) {
            return string(JsonString.Place.KEY);
        }
        int end = text.nameEnd(at);
        if (end == at || !JsonScanner.isNameStart(text.at(at))) {
            throw new BrokenJsonException();
        }
        String key = text.between(at, end).strip();
        at = end;
        exact = false;
        return key;
    }

    private ArrayNode array(int depth) throws BrokenJsonException {
        ArrayNode array = NODES.arrayNode();
        at++;
        skip();
        while (text.at(at) != ']') {
            array.add(value(depth + 1, JsonString.Place.ELEMENT));
            separator(']');
        }
        at++;
        return array;
    }

    /** A comma, perhaps one too many, or none before a value that can't be overlooked. */
    private void separator(char closer) throws BrokenJsonException {
        skip();
        char next = text.at(at);
        if (next == ',') {
            at++;
            skip();
            exact &= text.at(at) != closer;
        } else if (next != closer) {
            boolean isNext = next == '{' || JsonScanner.isQuote(next);
            if (!isNext) {
                throw new BrokenJsonException();
            }
            exact = false;
        }
    }

    private String string(JsonString.Place place) throws BrokenJsonException {
        String string = strings.read(at, place);
        at = strings.end();
        return string;
    }

    /** A number, one of the words of JSON or Python, or a text without its quotes. */
    private JsonNode word() throws BrokenJsonException {
        int end = at;
        while (end < text.length()
                && end - at < LONGEST_WORD
                && ",}]\n\"{[".indexOf(text.at(end)) < 0) {
            text.step();
            end++;
        }
        String word = text.between(at, end).strip();
        if (word.isEmpty() || end - at == LONGEST_WORD) {
            throw new BrokenJsonException();
        }
        at = end;
        return switch (word) {
            case "null" -> NODES.nullNode();
            case "None", "NaN", "undefined" -> {
                exact = false;
                yield NODES.nullNode();
            }
            default -> {
                exact &= word.equals("true") || word.equals("false") || isNumber(word);
                yield NODES.stringNode(word);
            }
        };
    }

    private static boolean isNumber(String word) {
        return Character.isDigit(word.charAt(word.length() - 1))
                && "-0123456789".indexOf(word.charAt(0)) >= 0;
    }

    private void skip() throws BrokenJsonException {
        int next = text.skip(at);
        at = next;
    }
}
