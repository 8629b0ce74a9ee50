package org.code.aiproxy.rubrictester.run;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.code.aiproxy.console.ExitStatus;
import org.code.aiproxy.console.Tone;
import org.code.aiproxy.rubrictester.dataset.InvalidDataException;
import org.code.aiproxy.rubrictester.dataset.Premises;
import org.code.aiproxy.rubrictester.dataset.WorkingCopy;
import org.code.aiproxy.rubrictester.dataset.WritableFolder;
import org.code.aiproxy.rubrictester.experiment.ExperimentRun;
import org.code.aiproxy.rubrictester.experiment.LessonResult;
import org.code.aiproxy.rubrictester.experiment.ResponseCache;
import org.code.aiproxy.rubrictester.experiment.RunEstimate;
import org.code.aiproxy.rubrictester.experiment.StopSignal;
import org.code.aiproxy.rubrictester.terminal.Note;
import org.code.aiproxy.rubrictester.terminal.Progress;

/** A run as its command line asks for it: prepare, estimate, label, report. */
public final class TestRun {

    private static final String FINISHING =
            "Interrupted: what is in flight is finished, unless that takes over 8 seconds.";

    private final Session session;
    private final RunOptions options;
    private final Progress progress;
    private final PrintWriter summary;
    private final StopSignal stop = new StopSignal();

    /**
     * @param progress tells a person how it goes
     * @param summary where a summary for programs goes
     */
    public TestRun(Session session, RunOptions options, Progress progress, PrintWriter summary) {
        this.session = session;
        this.options = options;
        this.progress = progress;
        this.summary = summary;
    }

    /** Runs it; returns the exit status. */
    public int run() {
        options.check();
        WorkingCopy workingCopy = session.workingCopy(progress);
        try (RunLocks locks = new RunLocks()) {
            if (options.download || (!options.dryRun && options.outputDir == null)) {
                // Before anything is fetched: that would move the folder away from under a run.
                Job.foldersHere(options, workingCopy).forEach(locks::take);
            }
            return run(Job.all(options, workingCopy), locks);
        }
    }

    private int run(List<Job> jobs, RunLocks locks) {
        ExperimentRun run =
                new ExperimentRun(session.service(), options.settings(), stop, progress);
        jobs.forEach(job -> job.warnings().forEach(this::warn));
        List<RunEstimate> estimates =
                jobs.stream()
                        .map(job ->
                                run.estimate(job.experiment(), job.dataset(), job.cache(options)))
                        .toList();
        warnOfEnds(run, jobs);
        RunEstimate all = estimates.stream().reduce(RunEstimate::plus).orElseThrow();
        progress.notes(EstimateLine.of(all));
        if (options.dryRun) {
            if (options.price == null) {
                Alternative.ALL.forEach(it -> it.line(run, jobs).ifPresent(progress::notes));
            }
            return ExitStatus.OK;
        }
        if (all.usd().isEmpty()) {
            unknownCost(run, jobs);
        }
        jobs.forEach(job -> prepare(job, locks));
        if (!Confirmation.given(options, all)) {
            return ExitStatus.OK;
        }
        try (Interruption _ = Interruption.watch(stop, () -> progress.notes(FINISHING))) {
            return label(run, jobs, estimates);
        }
    }

    /** What can't be kept must not be paid for. */
    private void prepare(Job job, RunLocks locks) {
        Path output = job.output(options);
        if (options.outputDir == null) {
            locks.take(job.folder());
            WritableFolder.require(job.folder());
        } else {
            Premises.of(options.outputDir).requireAll(output);
        }
        job.cache(options).requireWritable();
        WritableFolder.require(output);
        locks.take(output);
    }

    private void warnOfEnds(ExperimentRun run, List<Job> jobs) {
        jobs.stream()
                .flatMap(job -> run.models(job.experiment()).stream())
                .distinct()
                .flatMap(model -> session.endWarnings().of(model).stream())
                .forEach(this::warn);
    }

    private void warn(String sentence) {
        progress.notes(new Note(Tone.WARNING, sentence));
    }

    /** A limit that can't be kept must not look as if it were. */
    private void unknownCost(ExperimentRun run, List<Job> jobs) {
        String unpriced =
                jobs.stream()
                        .map(Job::experiment)
                        .flatMap(experiment -> run.unpriced(experiment).stream())
                        .distinct()
                        .collect(Collectors.joining(" and "));
        if (options.maxCost != null) {
            throw new InvalidDataException(
                    "--max-cost needs a price, and the catalogue has none for %s. Give one with --price IN,CACHED,OUT, in USD per million tokens."
                            .formatted(unpriced));
        }
        warn(
                "The cost of this run is unknown: the catalogue has no price for %s. --price IN,CACHED,OUT gives one, in USD per million tokens."
                        .formatted(unpriced));
    }

    private int label(ExperimentRun run, List<Job> jobs, List<RunEstimate> estimates) {
        int version = RunVersions.next(jobs.stream().map(job -> job.results(options)).toList());
        RunOutcome outcome = new RunOutcome(options, summary, progress, version);
        for (int i = 0; i < jobs.size(); i++) {
            if (stop.isGiven() && !options.useCached) {
                outcome.skips(jobs.get(i));
            } else {
                outcome.ends(label(run, jobs.get(i), estimates.get(i)), stop);
            }
        }
        return outcome.end(stop);
    }

    private Finished label(ExperimentRun run, Job job, RunEstimate estimate) {
        ResponseCache cache = job.cache(options);
        if (!options.useCached) {
            Optional<Path> aside = cache.moveAside();
            if (options.verbose) {
                aside.ifPresent(it -> progress.notes("Earlier responses are kept in " + it));
            }
        }
        LessonResult result =
                run.label(job.experiment(), options.dataset, job.dataset(), cache, estimate);
        return new Finished(job, result);
    }
}
