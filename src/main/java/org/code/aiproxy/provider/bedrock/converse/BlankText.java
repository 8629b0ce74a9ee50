package org.code.aiproxy.provider.bedrock.converse;

/** Text for Converse, which refuses blank text. */
public final class BlankText {

    private static final String IN_PLACE_OF_NOTHING = "(empty)";

    private BlankText() {}

    /** The text, or what stands for it where it is blank. */
    public static String replaced(String text) {
        return text.isBlank() ? IN_PLACE_OF_NOTHING : text;
    }
}
