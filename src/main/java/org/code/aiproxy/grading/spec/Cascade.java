package org.code.aiproxy.grading.spec;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.code.aiproxy.model.routing.ModelNames;

/**
 * Models that are asked one after another, each about the key concepts that those before it aren't
 * sure enough of.
 *
 * @param models in the order in which they are asked
 * @param thresholds from what confidence on each one's labels are kept: of each model but the last,
 *     or of all where a person comes after them
 */
public record Cascade(List<String> models, List<Double> thresholds) {

    /** What stands for {@code model} where a cascade is asked. */
    public static final String MODEL = "cascade";

    /** What stands for a person, as the last. */
    public static final String PERSON = "person";

    private static final Pattern COMMA = Pattern.compile("\\s*,\\s*");
    private static final Pattern NUMBER = Pattern.compile("[01]|[01]?\\.\\d{1,9}|1\\.0{1,9}");

    public Cascade {
        models = List.copyOf(models);
        thresholds = List.copyOf(thresholds);
    }

    /**
     * Reads the fields of a request.
     *
     * @return empty where a model, or a list of them, is to be asked
     * @throws InvalidFieldException for what can't be used, or goes without the rest
     */
    public static Optional<Cascade> read(
            Optional<String> model, Optional<String> names, Optional<String> thresholds) {
        if (!model.map(String::strip).filter(MODEL::equals).isPresent()) {
            if (names.isPresent()) {
                throw new InvalidFieldException(
                        AssessmentField.CASCADE.text(), "needs `model` to be `cascade`.");
            }
            return Optional.empty();
        }
        List<String> steps =
                ModelNames.parse(names.orElseThrow(AssessmentField.CASCADE::isMissing));
        List<String> models =
                steps.getLast().equals(PERSON) ? steps.subList(0, steps.size() - 1) : steps;
        if (models.isEmpty() || models.contains(PERSON)) {
            throw AssessmentField.CASCADE.mustBe(
                    "the names of models, after which `person` may come");
        }
        List<Double> read = numbers(thresholds.orElse(""));
        if (read.size() != steps.size() - 1) {
            throw new InvalidFieldException(
                    AssessmentField.CASCADE_THRESHOLDS.text(),
                    "needs a number for each name of `cascade` but the last, with commas; there are %d of %d."
                            .formatted(read.size(), steps.size() - 1));
        }
        return Optional.of(new Cascade(models, read));
    }

    private static List<Double> numbers(String text) {
        List<Double> numbers = new ArrayList<>();
        for (String number : COMMA.split(text.strip(), -1)) {
            if (number.isEmpty() && text.isBlank()) {
                return List.of();
            }
            if (!NUMBER.matcher(number).matches() || Double.parseDouble(number) > 1) {
                throw AssessmentField.CASCADE_THRESHOLDS.mustBe(
                        "numbers from 0 to 1 with commas, such as 0.85,0.6");
            }
            numbers.add(Double.valueOf(number));
        }
        return numbers;
    }

    /** Whether what the last model isn't sure of goes to a person. */
    public boolean endsWithAPerson() {
        return thresholds.size() == models.size();
    }

    /** The models as the field lists them. */
    String names() {
        return String.join(",", models) + (endsWithAPerson() ? "," + PERSON : "");
    }

    /** The thresholds as the field lists them. */
    String thresholdsAsText() {
        return thresholds.stream()
                .map(it -> BigDecimal.valueOf(it).stripTrailingZeros().toPlainString())
                .collect(Collectors.joining(","));
    }
}
