package org.code.aiproxy.rubrictester.report.file;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import org.code.aiproxy.console.Version;
import org.code.aiproxy.model.catalogue.ModelPrice;
import org.code.aiproxy.model.catalogue.Prices;
import org.code.aiproxy.model.catalogue.Rates;
import org.code.aiproxy.rubrictester.dataset.StudentProgram;
import org.code.aiproxy.rubrictester.experiment.LessonExperiment;
import org.code.aiproxy.rubrictester.experiment.LessonResult;

/** What was run, with what, and when: what it takes to tell two runs apart, or to repeat one. */
public final class RunRecord {

    private RunRecord() {}

    /** Writes {@code run.json}. */
    public static void write(LessonResult result, Path file) {
        LessonExperiment experiment = result.experiment();
        SequencedMap<String, Object> json = new LinkedHashMap<>();
        json.put("version", Version.text());
        json.put("java", System.getProperty("java.version"));
        json.put("experiment", experiment.name());
        json.put("lesson", experiment.id());
        json.put("dataset", result.datasetName());
        json.put("model", result.model());
        json.put("parameters", experiment.parameters());
        json.put("begun", result.begun().toString());
        json.put("seconds", result.took().toMillis() / 1000.0);
        json.put("tokens", result.usage());
        json.put("usd", result.usd().orElse(null));
        result.price().map(ModelPrice::prices).ifPresent(it -> json.put("price", price(it)));
        json.put("fingerprints", fingerprints(result));
        Output.writeJson(file, json);
    }

    private static Map<String, Object> price(Prices prices) {
        Rates rates = prices.standard().rates();
        SequencedMap<String, Object> json = new LinkedHashMap<>();
        json.put("input_usd_per_million", rates.input());
        rates.cachedInput().ifPresent(it -> json.put("cached_input_usd_per_million", it));
        rates.cacheWrite().ifPresent(it -> json.put("cache_write_usd_per_million", it));
        json.put("output_usd_per_million", rates.output());
        prices.asOf().ifPresent(it -> json.put("as_of", it.toString()));
        return json;
    }

    private static Map<String, String> fingerprints(LessonResult result) {
        Map<String, String> fingerprints = new TreeMap<>();
        for (StudentProgram program : result.dataset().programs()) {
            if (program.problem().isEmpty()) {
                fingerprints.put(program.student(), result.experiment().fingerprint(program));
            }
        }
        return fingerprints;
    }
}
