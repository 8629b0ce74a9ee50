package org.code.aiproxy.rubrictester.report.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;
import org.code.aiproxy.rubrictester.dataset.InvalidDataException;
import org.code.aiproxy.rubrictester.evaluation.Selection;
import org.code.aiproxy.rubrictester.statistics.selective.Guarantee;
import org.code.aiproxy.textfile.FileFault;

/** Which labels can be given without a person, as a release takes it along. */
public final class SelectiveFile {

    public static final String FILE = "selective.json";

    private SelectiveFile() {}

    /**
     * Writes it, or removes an earlier one that these labels don't bear out.
     *
     * @param folder the experiment's folder for the lesson
     * @return where it was written, if any label can be given without a person
     */
    public static Optional<Path> write(Selection selection, Path folder) {
        Path file = folder.resolve(FILE);
        if (selection.isCertified()) {
            Output.writeJson(file, json(selection));
            return Optional.of(file);
        }
        try {
            Files.deleteIfExists(file);
            return Optional.empty();
        } catch (IOException e) {
            throw new InvalidDataException(
                    file + " can't be removed: " + FileFault.reason(file, e), e);
        }
    }

    private static SequencedMap<String, Object> json(Selection selection) {
        SequencedMap<String, Object> json = new LinkedHashMap<>();
        json.put("model", selection.model());
        json.put("max_error", selection.promise().maxError());
        json.put("certainty", selection.promise().certainty());
        selection.pooled().ifPresent(it -> json.put("all", json(it)));
        if (!selection.byConcept().isEmpty()) {
            SequencedMap<String, Object> concepts = new LinkedHashMap<>();
            selection
                    .byConcept()
                    .forEach((name, found) -> found.ifPresent(it -> concepts.put(name, json(it))));
            json.put("key_concepts", concepts);
        }
        return json;
    }

    private static SequencedMap<String, Object> json(Guarantee guarantee) {
        SequencedMap<String, Object> json = new LinkedHashMap<>();
        json.put("threshold", guarantee.threshold());
        json.put("tested", guarantee.tested());
        json.put("errors", guarantee.errors());
        json.put("error_bound", guarantee.bound());
        guarantee.coverage().value().ifPresent(it -> json.put("coverage", it));
        guarantee
                .coverage()
                .interval()
                .ifPresent(it -> {
                    json.put("coverage_low", it.low());
                    json.put("coverage_high", it.high());
                });
        return json;
    }
}
