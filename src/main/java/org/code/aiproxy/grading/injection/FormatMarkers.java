package org.code.aiproxy.grading.injection;

import java.util.regex.Pattern;

/**
 * Marks that models' input formats use to tell who speaks and where data ends, in the text of one
 * line. A program has no use for them.
 */
final class FormatMarkers {

    private static final String PARTS =
            or(
                    "system",
                    "assistant",
                    "instructions?",
                    "prompt",
                    "rubric",
                    "grading",
                    "students?",
                    "submission",
                    "untrusted",
                    "example[-_ ]program");

    /** Signs of which three in a row make a ruler. */
    private static final String RULER = "-=_*~#<>[{|+`";

    /** As many hexadecimal digits make a token. */
    private static final int TOKEN = 8;

    private static final Pattern MARKER =
            Pattern.compile(
                    or(
                            // Chat templates: ChatML, Llama, Gemma.
                            "<\\|[^|<]{1,40}\\|>",
                            "\\[/?INST]",
                            "<</?SYS>>",
                            "</?(?:start|end)_of_turn>",
                            // XML as prompts use it, and Markdown.
                            "</?"
                                    + or(PARTS, "program")
                                    + "(?:[-_ ]\\w{1,30}+)?(?:\\s[^<>]{0,60})?>",
                            "#{3,9}\\s{0,9}(?:system|instruction|response|assistant|human)\\b",
                            "```",
                            // A turn of a conversation, in a string or as data.
                            "\\\\n\\s{0,3}(?:human|user|system|assistant)\\s{0,3}:",
                            "role[\"']?\\s{0,3}:\\s{0,3}[\"'](?:system|assistant|developer|user)\\b",
                            // Look-alikes of boundaries, with rulers or with a token.
                            "[-=_*~#<>\\[{|+]{3,9}\\s{0,3}/?\\s{0,3}"
                                    + "(?:begin|end|start|stop|close)(?: of)?(?: the)?[-_ ]{1,3}"
                                    + PARTS
                                    + "(?=[-_ ]{1,3}"
                                    + or("program", "code", "submission", "work", "input")
                                    + "|[-_ ]{1,3}prompt|\\s{0,3}[-=_*~#<>\\]}|+]{2})",
                            "<{3}\\s{0,3}/?\\s{0,3}(?:(?:end|begin|start)[-_ ])?(?:student|example)"
                                    + "[-_ ]program",
                            "\\bend[-_ ]{1,3}(?:of[-_ ])?(?:the[-_ ])?(?:\\w{1,30}+[-_ ])?"
                                    + PARTS
                                    + "[-_ :#]{1,3}[0-9a-f]{8,99}+"),
                    Pattern.CASE_INSENSITIVE);

    private FormatMarkers() {}

    static boolean isIn(String line) {
        return mayHold(line) && MARKER.matcher(line).find();
    }

    /** Each marker has one of these; a look at each character is cheaper than all expressions. */
    private static boolean mayHold(String line) {
        int ruler = 0;
        int digits = 0;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            char next = i + 1 < line.length() ? line.charAt(i + 1) : ' ';
            ruler = RULER.indexOf(c) >= 0 ? ruler + 1 : 0;
            digits = Character.digit(c, 16) >= 0 ? digits + 1 : 0;
            boolean opens =
                    switch (c) {
                        case '<' -> next == '/' || next == '|' || next == '<' || isLetter(next);
                        case '[' -> next == '/' || next == 'i' || next == 'I';
                        case '\\' -> next == 'n' || next == 'N';
                        case 'r', 'R' -> line.regionMatches(true, i, "role", 0, 4);
                        default -> false;
                    };
            if (opens || ruler >= 3 || digits >= TOKEN) {
                return true;
            }
        }
        return false;
    }

    private static boolean isLetter(char c) {
        return (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
    }

    private static String or(String... alternatives) {
        return "(?:" + String.join("|", alternatives) + ")";
    }
}
