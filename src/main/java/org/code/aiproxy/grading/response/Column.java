package org.code.aiproxy.grading.response;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The columns of a model's answer, named as prompts ask for them. */
final class Column {

    static final String KEY_CONCEPT = "Key Concept";
    static final String OBSERVATIONS = "Observations";
    static final String EVIDENCE = "Evidence";
    static final String REASON = "Reason";
    static final String LABEL = "Label";

    /** What older prompts call the label; where both are given, this one counts. */
    static final String GRADE = "Grade";

    /** A heading is short; what is longer need not be looked at. */
    private static final int LONGEST = 60;

    private static final Pattern NO_LETTER = Pattern.compile("\\P{L}+");

    private Column() {}

    /**
     * The column that a heading or key names, whatever its case, numbering, emphasis or separators:
     * {@code key_concept}, {@code KeyConcept}, {@code **1. Key Concept**}.
     */
    static Optional<String> named(String heading) {
        if (heading.length() > LONGEST) {
            return Optional.empty();
        }
        String letters = NO_LETTER.matcher(heading).replaceAll("").toLowerCase(Locale.ROOT);
        return Optional.ofNullable(
                switch (letters) {
                    case "keyconcept", "keyconcepts", "keyconceptname", "concept", "conceptname" ->
                            KEY_CONCEPT;
                    case "observation", "observations" -> OBSERVATIONS;
                    case "evidence", "evidences" -> EVIDENCE;
                    case "reason", "reasons", "reasoning", "rationale" -> REASON;
                    case "label", "labels" -> LABEL;
                    case "grade" -> GRADE;
                    default -> null;
                });
    }
}
