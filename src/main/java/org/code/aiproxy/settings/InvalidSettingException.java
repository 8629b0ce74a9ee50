package org.code.aiproxy.settings;

/** A setting that stops the start. */
public final class InvalidSettingException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * @param setting its name, as operators write it
     * @param problem what is wrong with it and what to do, to follow its name in a sentence
     */
    public InvalidSettingException(String setting, String problem) {
        super(setting + " " + problem);
    }
}
