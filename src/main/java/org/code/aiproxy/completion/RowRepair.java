package org.code.aiproxy.completion;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.code.aiproxy.rubric.Label;

/** Mends rows whose meaning is certain though they are not written as they should be. */
final class RowRepair {

    private static final Pattern NUMBERING = Pattern.compile("^\\(?\\d{1,3}[.):]\\s*");
    private static final Pattern QUOTES = Pattern.compile("[\"'`*\u2018\u2019\u201c\u201d]");
    private static final Pattern DASHES = Pattern.compile("\\s*[-\u2010-\u2015\u2212]+\\s*");
    private static final Pattern SPACES = Pattern.compile("\\s+");

    /** Some prompts have the reason end with the decision. */
    private static final String DECISION = "decision:";

    private static final String EVIDENCE = " evidence";

    private final Map<String, List<String>> byCanonicalName = new LinkedHashMap<>();

    /**
     * @param keyConcepts the rubric's names
     */
    RowRepair(List<String> keyConcepts) {
        for (String name : keyConcepts) {
            byCanonicalName.computeIfAbsent(canonical(name), _ -> new ArrayList<>()).add(name);
        }
    }

    /** The row as it should have been written, as far as that is certain. */
    Map<String, String> repair(Map<String, String> row) {
        Map<String, String> repaired = new LinkedHashMap<>(row);
        name(row.getOrDefault(Column.KEY_CONCEPT, ""))
                .ifPresent(name -> repaired.put(Column.KEY_CONCEPT, name));
        String written = row.getOrDefault(Column.GRADE, row.getOrDefault(Column.LABEL, "")).strip();
        label(written.isEmpty() ? decision(row.getOrDefault(Column.REASON, "")) : written)
                .ifPresent(label -> {
                    repaired.remove(Column.GRADE);
                    repaired.put(Column.LABEL, label.text());
                });
        return repaired;
    }

    /**
     * The one name of the rubric that differs in case, quotes, dashes, spaces or numbering only.
     */
    private Optional<String> name(String written) {
        List<String> names = byCanonicalName.getOrDefault(canonical(written), List.of());
        return names.size() == 1 ? Optional.of(names.getFirst()) : Optional.empty();
    }

    private static Optional<Label> label(String written) {
        String text = canonical(written).replaceFirst("[.!]+$", "").strip();
        for (Label label : Label.values()) {
            String known = label.text().toLowerCase(Locale.ROOT);
            if (text.equals(known) || (text + EVIDENCE).equals(known)) {
                return Optional.of(label);
            }
        }
        return Optional.empty();
    }

    private static String decision(String reason) {
        int at = reason.toLowerCase(Locale.ROOT).lastIndexOf(DECISION);
        return at < 0 ? "" : reason.substring(at + DECISION.length());
    }

    private static String canonical(String text) {
        String plain = QUOTES.matcher(text.strip()).replaceAll("");
        Matcher numbering = NUMBERING.matcher(plain.strip());
        String named = DASHES.matcher(numbering.replaceFirst("")).replaceAll(" - ");
        return SPACES.matcher(named).replaceAll(" ").strip().toLowerCase(Locale.ROOT);
    }
}
