package org.code.aiproxy.completion;

/** The columns of a model's answer, named as prompts ask for them. */
final class Column {

    static final String KEY_CONCEPT = "Key Concept";
    static final String OBSERVATIONS = "Observations";
    static final String EVIDENCE = "Evidence";
    static final String REASON = "Reason";
    static final String LABEL = "Label";

    /** What older prompts call the label; where both are given, this one counts. */
    static final String GRADE = "Grade";

    private Column() {}
}
