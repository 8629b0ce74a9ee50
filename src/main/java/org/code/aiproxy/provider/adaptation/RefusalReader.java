package org.code.aiproxy.provider.adaptation;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.code.aiproxy.model.catalogue.Effort;
import org.code.aiproxy.model.catalogue.Parameter;

/**
 * Finds out which parameter a provider's error 400 is about. OpenAI names it in a field, Bedrock
 * and most compatible servers only in a sentence, each in its own words; the tests have a table of
 * them.
 */
public final class RefusalReader {

    /** What a parameter is called in sentences, in lower case without separators. */
    private record Name(Parameter parameter, Pattern words) {

        Name(Parameter parameter, String words) {
            this(parameter, Pattern.compile(words));
        }
    }

    private static final List<Name> NAMES =
            List.of(
                    new Name(
                            Parameter.PROMPT_CACHE,
                            "\\bprompt[_ ]?cach(?:e|ing)|\\bcache[_ ]?point|\\bcache_control\\b"),
                    new Name(Parameter.TEMPERATURE, "\\btemperature\\b"),
                    new Name(Parameter.TOP_P, "\\btop[_ -]?p\\b"),
                    new Name(
                            Parameter.MAX_TOKENS,
                            "\\bmax(?:imum)?[_ -]?(?:completion|output|new)?[_ -]?tokens\\b"),
                    new Name(
                            Parameter.N,
                            "['\"`\\[]n['\"`\\]]|\\bparam(?:eter)?:? n\\b|\\bn value\\b"
                                    + "|\\bn ?(?:=|>|must|is|should|other than)"
                                    + "|\\bone completion choice\\b|\\bmultiple (?:choices|completions)\\b"),
                    new Name(
                            Parameter.RESPONSE_FORMAT,
                            "\\bresponse[_ -]?format\\b|\\bjson[_ ]schema\\b|\\boutput[_ -]?config\\b(?![./]effort)"
                                    + "|\\btext[_ -]?format\\b|\\bstructured[_ -]?outputs?\\b"
                                    + "|\\bgrammar\\b|\\bguided[_ ](?:decoding|json)\\b|\\boutput[_ ]format\\b"),
                    new Name(
                            Parameter.TOOL_CHOICE,
                            "\\btool[_ -]?choice\\b|\\btool[_ -]?config\\b|\\btool use\\b"
                                    + "|\\bforces? tool|\\b(?:function|tool) calling\\b|\\btools\\b"),
                    new Name(
                            Parameter.REASONING_EFFORT,
                            "\\breasoning[_ -]?(?:effort|config)\\b|\\boutput[_ -]?config[./]effort\\b"
                                    + "|\\beffort\\b|\\bthinking\\b|\\breasoning\\b|\\bthink value\\b"));

    /** Thinking, an effort or a format that only gets in the way of a tool that is forced. */
    private static final Pattern TOOL_AT_FAULT =
            Pattern.compile(
                    "\\bforces? tool|\\bfunction tools with\\b|\\btools? .* with thinking\\b");

    /** "At most one of two": the second is the one to leave out. */
    private static final Pattern EITHER =
            Pattern.compile("\\b(?:both|only one|cannot be used together|mutually exclusive)\\b");

    private static final Pattern LIMIT =
            Pattern.compile(
                    "(?:limit of|at most|lower than|less than(?: or equal to)?|<=|must be (?:between"
                            + " \\d+ and|in the range \\[\\d+,)|\\[1,|\\d+ >"
                            + "|(?:maximum|limit|exceeds)[^\\d.]{0,40})\\s*(\\d{1,9})(?! - )");

    /** vLLM's arithmetic: what was asked for is more than the context less the input. */
    private static final Pattern REST = Pattern.compile("\\d+ > (\\d{1,9}) - (\\d{1,9})");

    /** Anthropic's: input and output are more than the context, of which that is left. */
    private static final Pattern SUM = Pattern.compile("(\\d{1,9}) \\+ \\d{1,9} > (\\d{1,9})");

    /** Input and output together are more than the context, of which the input left so much. */
    private static final Pattern TOGETHER =
            Pattern.compile(
                    "maximum context length is (\\d{1,9}) tokens.*?\\((\\d{1,9}) in (?:the )?"
                            + "(?:messages|your prompt|the prompt|prompt|input)[^)]*?, \\d+ (?:in|for) the"
                            + " completion");

    /** Too little for any answer: then it is the input that is too long. */
    private static final int FEWEST_TOKENS = 256;

    private static final Pattern ALLOWED =
            Pattern.compile(
                    "\\b(?:supported|allowed|valid|accepted|available|permitted|possible) (?:values?|options?|efforts?|levels?)"
                            + "|one of|input should be|expected|must be|choose from|use (?=['\"`])");

    private static final Pattern WORD = Pattern.compile("[a-z]+");

    private RefusalReader() {}

    /**
     * Reads an error.
     *
     * @param message the provider's words
     * @param param the field that the provider names, if it names one
     * @return nothing where the error is not about a parameter that can be left out or changed
     */
    public static Optional<Refusal> read(String message, Optional<String> param) {
        String words = message.toLowerCase(Locale.ROOT);
        Optional<Refusal> tooMany = tooManyTokens(words);
        // Where the input leaves no room for an answer, no parameter is at fault.
        return tooMany.isPresent() || restOfContext(words).isPresent()
                ? tooMany
                : parameter(words, param).flatMap(it -> refusal(it, words));
    }

    /**
     * Whether an error says that less output would do; it may speak of the context then as well.
     */
    public static boolean isOfTokenLimit(String message) {
        return tooManyTokens(message.toLowerCase(Locale.ROOT)).isPresent();
    }

    private static Optional<Refusal> refusal(Parameter parameter, String words) {
        if (parameter == Parameter.REASONING_EFFORT) {
            List<Effort> allowed = allowedEfforts(words);
            if (!allowed.isEmpty()) {
                return Optional.of(new Refusal.EffortNotAllowed(allowed));
            }
        }
        return Optional.of(new Refusal.Unsupported(parameter));
    }

    private static Optional<Parameter> parameter(String words, Optional<String> param) {
        if (TOOL_AT_FAULT.matcher(words).find()) {
            return Optional.of(Parameter.TOOL_CHOICE);
        }
        Optional<Parameter> named =
                param.map(it -> it.toLowerCase(Locale.ROOT)).flatMap(RefusalReader::ofField);
        if (named.isPresent()) {
            return named;
        }
        List<Parameter> mentioned = mentioned(words);
        return EITHER.matcher(words).find() && mentioned.size() > 1
                ? Optional.of(mentioned.get(1))
                : mentioned.stream().findFirst();
    }

    /** A field's path begins with the parameter, such as {@code response_format.type}. */
    private static Optional<Parameter> ofField(String field) {
        return field.equals("n") ? Optional.of(Parameter.N) : mentioned(field).stream().findFirst();
    }

    /** The parameters that a sentence mentions, in the order in which it does. */
    private static List<Parameter> mentioned(String words) {
        record Mention(Parameter parameter, int position) {}
        return NAMES.stream()
                .flatMap(name ->
                        name.words()
                                .matcher(words)
                                .results()
                                .limit(1)
                                .map(match -> new Mention(name.parameter(), match.start())))
                .sorted(Comparator.comparingInt(Mention::position))
                .map(Mention::parameter)
                .toList();
    }

    private static Optional<Refusal> tooManyTokens(String words) {
        Optional<Integer> rest = restOfContext(words);
        Optional<Integer> limit =
                rest.isEmpty() && mentioned(words).contains(Parameter.MAX_TOKENS)
                        ? first(LIMIT, words).map(match -> number(match, 1))
                        : Optional.empty();
        return rest.filter(it -> it >= FEWEST_TOKENS)
                .or(() -> limit.filter(it -> it >= 1))
                .map(Refusal.TooManyTokens::new);
    }

    /** What the input leaves of the context, where input and output are together more than it. */
    private static Optional<Integer> restOfContext(String words) {
        return first(REST, words)
                .or(() -> first(TOGETHER, words))
                .map(match -> number(match, 1) - number(match, 2))
                .or(() -> first(SUM, words).map(match -> number(match, 2) - number(match, 1)));
    }

    private static Optional<MatchResult> first(Pattern pattern, String words) {
        return pattern.matcher(words).results().findFirst();
    }

    private static int number(MatchResult match, int group) {
        return Integer.parseInt(match.group(group));
    }

    /** The efforts that are listed after the words that announce them. */
    private static List<Effort> allowedEfforts(String words) {
        Optional<MatchResult> announced = first(ALLOWED, words);
        if (announced.isEmpty()) {
            return List.of();
        }
        List<String> listed =
                WORD.matcher(words.substring(announced.get().end()))
                        .results()
                        .map(MatchResult::group)
                        .toList();
        return Arrays.stream(Effort.values())
                .filter(effort -> listed.contains(effort.wireName()))
                .toList();
    }
}
