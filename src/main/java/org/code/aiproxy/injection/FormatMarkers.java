package org.code.aiproxy.injection;

import static org.code.aiproxy.injection.Vocabulary.or;

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
                    "user",
                    "human",
                    "instructions?",
                    "prompt",
                    "rubric",
                    "grading",
                    "student",
                    "submission",
                    "untrusted",
                    "program",
                    "code",
                    "data",
                    "input",
                    "document",
                    "context");

    private static final Pattern MARKER =
            Pattern.compile(
                    or(
                            // Chat templates: ChatML, Llama.
                            "<\\|[^|]{1,40}\\|>",
                            "\\[/?INST]",
                            "<</?SYS>>",
                            // XML as prompts use it, and Markdown.
                            "</?" + PARTS + "(?:[-_ ]\\w{1,30}+)?(?:\\s[^>]{0,60})?>",
                            "#{2,}\\s{0,9}(?:system|instructions?|response|assistant|human|prompt)\\b",
                            "```",
                            // A turn of a conversation: a role, a colon, and a sentence.
                            "(?:^|\\W)(?:system|assistant)(?: (?:prompt|message|note|override))?"
                                    + "\\s{0,3}:(?!:)\\s{0,3}[\"']?\\w{1,30}+(?:\\s\\w{1,30}+){2}",
                            "\\\\n\\s{0,3}(?:human|user|system|assistant)\\s{0,3}:",
                            "role[\"']?\\s{0,3}:\\s{0,3}[\"'](?:system|assistant|developer|user)",
                            // An answer in the format that is asked for.
                            "\\bkey concept[\"'\\\\]{0,3}\\s{0,3}[:|]",
                            // Look-alikes of boundaries, with rulers or with a token.
                            "[-=_*~#<>\\[{|+]{3,9}\\s{0,3}/?\\s{0,3}"
                                    + "(?:begin|end|start|stop|close)(?: of)?(?: the)?[-_ ]{1,3}"
                                    + or(
                                            "student",
                                            "example[-_ ]program",
                                            "submission",
                                            "untrusted",
                                            "user",
                                            "system",
                                            "prompt",
                                            "instruction",
                                            "rubric",
                                            "grading"),
                            "<{3}\\s{0,3}/?\\s{0,3}(?:end|begin|start|" + PARTS + ")\\b",
                            "\\bend[-_ ]{1,3}(?:of[-_ ])?(?:the[-_ ])?(?:\\w{1,30}+[-_ ])?"
                                    + PARTS
                                    + "[-_ :#]{1,3}[0-9a-f]{8,99}+"),
                    Pattern.CASE_INSENSITIVE);

    private FormatMarkers() {}

    static boolean isIn(String line) {
        return MARKER.matcher(line).find();
    }
}
