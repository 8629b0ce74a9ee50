package org.code.aiproxy.rubrictester.report.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;
import org.code.aiproxy.grading.voting.Recalibration;
import org.code.aiproxy.rubrictester.dataset.InvalidDataException;
import org.code.aiproxy.rubrictester.evaluation.calibration.CalibrationFit;

/** The calibration that was fitted to an experiment's labels, as a release takes it along. */
public final class CalibrationFile {

    public static final String FILE = "calibration.json";

    private CalibrationFile() {}

    /**
     * Writes it, or removes an earlier one where the confidence is best left as it is.
     *
     * @param model the model that labelled
     * @param folder the experiment's folder for the lesson
     * @return where it was written
     */
    public static Optional<Path> write(CalibrationFit fit, String model, Path folder) {
        Path file = folder.resolve(FILE);
        if (!fit.chosen().equals(Recalibration.NONE)) {
            SequencedMap<String, Object> json = new LinkedHashMap<>();
            json.put("model", model);
            json.put("calibration", fit.chosen().text());
            json.put("labels", fit.labels());
            json.put("held_out_squared_error_before", fit.before());
            json.put("held_out_squared_error", fit.after());
            Output.writeJson(file, json);
            return Optional.of(file);
        }
        try {
            Files.deleteIfExists(file);
            return Optional.empty();
        } catch (IOException e) {
            throw new InvalidDataException(file + " can't be removed: " + e.getMessage(), e);
        }
    }
}
