package org.code.aiproxy.rubrictester.command;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.code.aiproxy.rubrictester.dataset.WorkingCopy;
import org.code.aiproxy.rubrictester.evaluation.Evaluation;
import org.code.aiproxy.rubrictester.experiment.ExperimentRun;
import org.code.aiproxy.rubrictester.experiment.RunSettings;
import org.code.aiproxy.rubrictester.experiment.StopSignal;
import org.code.aiproxy.rubrictester.run.Job;
import org.code.aiproxy.rubrictester.run.RunOptions;
import org.code.aiproxy.rubrictester.run.Session;
import org.code.aiproxy.rubrictester.terminal.Silence;

/**
 * What experiments have labelled already, read without asking a model.
 *
 * @param dataset the labelled programs' name
 */
record CachedRuns(Session session, WorkingCopy workingCopy, String dataset) {

    private static final String NOT_LABELLED = "It has not been labelled yet: run the experiment.";

    /** An experiment as it was run once, such as {@code my-experiment@3}. */
    private static final Pattern VERSION = Pattern.compile("(.+)@(\\d{1,9})");

    /** The lessons of an experiment, or of a version of it; all of them where none are named. */
    List<Job> jobs(String experiment, List<String> lessons) {
        RunOptions options = new RunOptions();
        Matcher version = VERSION.matcher(experiment);
        options.experiment = version.matches() ? version.group(1) : experiment;
        options.version = version.matches() ? Integer.valueOf(version.group(2)) : null;
        options.dataset = dataset;
        options.lessons = lessons;
        options.maxStudents = Integer.MAX_VALUE;
        // Without people's labels there is nothing to compare.
        options.accuracy = true;
        return Job.all(options, workingCopy);
    }

    /** A run that was stopped before it began takes what is cached, and asks nothing. */
    Evaluation evaluation(Job job) {
        StopSignal stop = new StopSignal();
        stop.stop(NOT_LABELLED);
        RunSettings settings = new RunSettings(1, true, true, Optional.empty(), Optional.empty());
        ExperimentRun run = new ExperimentRun(session.service(), settings, stop, new Silence());
        return Evaluation.of(
                run.label(
                        job.experiment(),
                        dataset,
                        job.dataset(),
                        job.cache(),
                        run.estimate(job.experiment(), job.dataset(), job.cache())));
    }
}
