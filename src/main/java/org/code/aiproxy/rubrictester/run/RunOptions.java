package org.code.aiproxy.rubrictester.run;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.code.aiproxy.grading.spec.SpecOverrides;
import org.code.aiproxy.model.catalogue.Prices;
import org.code.aiproxy.rubrictester.dataset.InvalidDataException;
import org.code.aiproxy.rubrictester.experiment.RunSettings;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What the command line says of a run. */
public final class RunOptions {

    public static final String DEFAULT_DATASET = "contractor-grades-batch-1-fall-2023";

    @Option(
            names = "--lesson-names",
            split = ",",
            paramLabel = "LESSON",
            description = "Lessons, separated by commas. Default: all of the experiment.")
    public List<String> lessons = List.of();

    @Option(
            names = "--dataset-name",
            paramLabel = "NAME",
            description = "The labelled programs. Default: ${DEFAULT-VALUE}.")
    public String dataset = DEFAULT_DATASET;

    @Option(
            names = {"-e", "--experiment-name"},
            paramLabel = "NAME",
            description = "How to label them. Default: ${DEFAULT-VALUE}.")
    public String experiment = "sample-json";

    @Option(
            names = {"-c", "--use-cached"},
            description = "Use responses of earlier runs; ask only for what is missing or failed.")
    boolean useCached;

    @Option(
            names = "--stale-ok",
            description = "With -c: use responses to other prompts, rubrics or parameters too.")
    boolean staleOk;

    @Option(
            names = {"-l", "--llm-model"},
            paramLabel = "MODEL",
            description = "Overrides the experiment's model.")
    @Nullable String model;

    @Option(
            names = {"-n", "--num-responses"},
            paramLabel = "N",
            description = "How many responses vote. Overrides the experiment's number.")
    @Nullable Integer responses;

    @Option(
            names = {"-t", "--temperature"},
            paramLabel = "T",
            description = "Overrides the experiment's temperature.")
    @Nullable Double temperature;

    @Option(
            names = "--reasoning-effort",
            paramLabel = "EFFORT",
            description =
                    "How long the model thinks before it answers, overriding the experiment's effort: none, minimal, low, medium, high, xhigh or max.")
    @Nullable String effort;

    @Option(
            names = {"-r", "--remove-comments"},
            description = "Show the model the programs without comments.")
    boolean removeComments;

    @Option(
            names = {"-s", "--max-num-students"},
            paramLabel = "N",
            description = "The most programs of a lesson. Default: ${DEFAULT-VALUE}.")
    public int maxStudents = 100;

    @Option(
            names = "--student-ids",
            split = ",",
            paramLabel = "ID",
            description = "Some students only, separated by commas.")
    List<String> students = List.of();

    @Option(
            names = {"-d", "--download"},
            description = "Fetch datasets and experiments from S3 even where they are here.")
    boolean download;

    @Option(
            names = {"-a", "--accuracy"},
            description = "Check the accuracy against the experiment's accuracy_thresholds.json.")
    public boolean accuracy;

    @Option(
            names = {"-g", "--generate-confidence"},
            description = "Write confidence.json and confidence-exact.json.")
    boolean confidence;

    @Option(
            names = {"-w", "--workers"},
            paramLabel = "N",
            description = "How many programs are labelled at once. Default: ${DEFAULT-VALUE}.")
    int workers = 7;

    @Option(
            names = "--new-labels",
            description = "Write the AI's labels as CSV, for a dataset that has none.")
    boolean newLabels;

    @Option(
            names = "--max-cost",
            paramLabel = "USD",
            description = "Start no new programs once this much USD is spent. Needs a known price.")
    @Nullable BigDecimal maxCost;

    @Option(
            names = "--price",
            paramLabel = "IN,CACHED,OUT",
            converter = PriceConverter.class,
            description = {
                "What the model costs, in place of the catalogue's prices: USD per million tokens of",
                "input, cached input and output, such as 1.25,0.125,10."
            })
    @Nullable Prices price;

    @Option(
            names = "--dry-run",
            description = "Only print the expected calls, tokens, cost and time.")
    boolean dryRun;

    @Option(names = "--yes", description = "Don't ask before a run that costs more than 1 USD.")
    boolean yes;

    @Option(
            names = {"-v", "--verbose"},
            description = "Print a line for each student, not only for those that failed.")
    public boolean verbose;

    @Option(names = "--json", description = "Print a summary as JSON on standard output.")
    public boolean json;

    @Option(
            names = "--output-dir",
            paramLabel = "DIR",
            description =
                    "Where a run writes everything, in a folder for each lesson: reports, responses and"
                            + " confidence. Default: the experiment's folders.")
    @Nullable Path outputDir;

    /** What an earlier run of the experiment was run with, by its number; not for new runs. */
    public @Nullable Integer version;

    /** Parameters that count instead of the experiment's. */
    SpecOverrides overrides() {
        return new SpecOverrides(
                        List.of(),
                        Optional.ofNullable(responses),
                        Optional.ofNullable(temperature),
                        SpecOverrides.effort(Optional.ofNullable(effort)),
                        removeComments ? Optional.of(true) : Optional.empty())
                .withModel(Optional.ofNullable(model));
    }

    /**
     * Refuses numbers that no run can have.
     *
     * @throws InvalidDataException then; the message names the option
     */
    void check() {
        requirePositive("--workers", workers);
        requirePositive("--max-num-students", maxStudents);
        if (maxCost != null && maxCost.signum() < 0) {
            throw new InvalidDataException(
                    "--max-cost must be 0 or more, not %s.".formatted(maxCost));
        }
        if (staleOk && !useCached) {
            throw new InvalidDataException(
                    "--stale-ok goes with -c only: it says what -c may use.");
        }
    }

    private static void requirePositive(String option, int number) {
        if (number < 1) {
            throw new InvalidDataException(
                    "%s must be at least 1, not %d.".formatted(option, number));
        }
    }

    RunSettings settings() {
        return new RunSettings(
                workers,
                useCached,
                staleOk,
                Optional.ofNullable(maxCost),
                Optional.ofNullable(price));
    }
}
