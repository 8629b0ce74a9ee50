package org.code.aiproxy.grading.response;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.code.aiproxy.grading.rubric.Label;

/** Mends rows whose meaning is certain though they are not written as they should be. */
final class RowRepair {

    private static final Pattern NUMBERING = Pattern.compile("^[(#]?\\d{1,3}[.):]\\s*");
    private static final Pattern QUOTES =
            Pattern.compile("[\"'`*\\\\\u2018\u2019\u201c\u201d\u201e]");
    private static final Pattern DASHES = Pattern.compile("\\s*[-\u2010-\u2015\u2212]+\\s*");
    private static final Pattern SPACES = Pattern.compile("[\\s\\p{Z}\\p{Cf}_]+");
    private static final Pattern CAMEL_CASE = Pattern.compile("(?<=\\p{Ll})(?=\\p{Lu})");
    private static final Pattern BEFORE_LABEL =
            Pattern.compile("^(?:(?:label|grade|decision)\\s*[:=]\\s*|[^\\p{L}\\p{N}]+)+");
    private static final Pattern AFTER_LABEL = Pattern.compile("[.!:;,}\\]\\s]+$");

    /** What explains a label rather than changes it. */
    private static final Pattern EXPLANATION = Pattern.compile("^ ?[-(\\[:;,.].*");

    /** Some prompts have the reason end with the decision. */
    private static final String DECISION = "decision:";

    private static final String EVIDENCE = " evidence";

    /** No label is longer by itself; what is, isn't looked through. */
    private static final int LONGEST_LABEL = 300;

    private final Map<String, List<String>> byCanonicalName = new LinkedHashMap<>();

    /** As the rubric writes them: most models do, too. */
    private final Set<String> unique;

    /**
     * @param keyConcepts the rubric's names
     */
    RowRepair(List<String> keyConcepts) {
        for (String name : keyConcepts) {
            byCanonicalName.computeIfAbsent(canonical(name), _ -> new ArrayList<>()).add(name);
        }
        this.unique =
                byCanonicalName.values().stream()
                        .filter(names -> names.size() == 1)
                        .map(List::getFirst)
                        .collect(Collectors.toUnmodifiableSet());
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
    Optional<String> name(String written) {
        if (unique.contains(written)) {
            return Optional.of(written);
        }
        List<String> names = byCanonicalName.getOrDefault(canonical(written), List.of());
        return names.size() == 1 ? Optional.of(names.getFirst()) : Optional.empty();
    }

    /** The label that is meant: in any case, with an explanation, without the word Evidence. */
    static Optional<Label> label(String written) {
        Optional<Label> exact = Label.of(written);
        if (exact.isPresent() || written.length() > LONGEST_LABEL) {
            return exact;
        }
        String spaced = CAMEL_CASE.matcher(written.strip()).replaceAll(" ");
        String text = BEFORE_LABEL.matcher(canonical(spaced)).replaceFirst("");
        String bare = AFTER_LABEL.matcher(text).replaceFirst("");
        for (Label label : Label.values()) {
            String known = known(label);
            if (bare.equals(known)
                    || (bare + EVIDENCE).equals(known)
                    || isExplained(text, label, known)) {
                return Optional.of(label);
            }
        }
        return Optional.empty();
    }

    private static boolean isExplained(String text, Label label, String known) {
        if (!text.startsWith(known)) {
            return false;
        }
        String rest = text.substring(known.length());
        return EXPLANATION.matcher(rest).matches()
                && !rest.contains("?")
                && Arrays.stream(Label.values())
                        .filter(other -> other != label)
                        .noneMatch(other -> rest.contains(shortForm(other)));
    }

    /** The word that tells it from others; for the last, both words, since "no" is everywhere. */
    private static String shortForm(Label label) {
        String known = known(label);
        return label == Label.NO ? known : known.substring(0, known.indexOf(EVIDENCE));
    }

    private static String known(Label label) {
        return label.text().toLowerCase(Locale.ROOT);
    }

    private static String decision(String reason) {
        int at = reason.toLowerCase(Locale.ROOT).lastIndexOf(DECISION);
        return at < 0 ? "" : reason.substring(at + DECISION.length());
    }

    private static String canonical(String text) {
        String plain = SPACES.matcher(QUOTES.matcher(text).replaceAll("")).replaceAll(" ");
        Matcher numbering = NUMBERING.matcher(plain.strip());
        String named = DASHES.matcher(numbering.replaceFirst("")).replaceAll(" - ");
        String spaced = SPACES.matcher(named).replaceAll(" ").strip().toLowerCase(Locale.ROOT);
        return spaced.endsWith(":") ? spaced.substring(0, spaced.length() - 1) : spaced;
    }
}
