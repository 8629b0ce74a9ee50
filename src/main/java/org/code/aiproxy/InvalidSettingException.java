package org.code.aiproxy;

/** A setting that stops the start. */
final class InvalidSettingException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * @param setting its name, as operators write it
     * @param problem what is wrong with it, to follow its name in a sentence
     */
    InvalidSettingException(String setting, String problem) {
        super(setting + " " + problem + ".");
    }
}
