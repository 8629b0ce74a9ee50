package org.code.aiproxy.rubrictester.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import org.code.aiproxy.rubrictester.dataset.StudentProgram;
import org.code.aiproxy.rubrictester.experiment.StudentResult.NotRun;

/** Labels the programs of one lesson, several at a time. */
final class LessonRun {

    private final Grader grader;
    private final RunSettings settings;
    private final StopSignal stop;
    private final Spending spending;
    private final RunListener listener;

    LessonRun(
            Grader grader,
            RunSettings settings,
            StopSignal stop,
            Spending spending,
            RunListener listener) {
        this.grader = grader;
        this.settings = settings;
        this.stop = stop;
        this.spending = spending;
        this.listener = listener;
    }

    /** One result for each program, in their order. */
    List<StudentResult> label(List<StudentProgram> programs) {
        Semaphore workers = new Semaphore(settings.workers());
        List<Future<StudentResult>> futures = new ArrayList<>();
        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            for (StudentProgram program : programs) {
                workers.acquireUninterruptibly();
                futures.add(
                        executor.submit(() -> {
                            try {
                                return label(program);
                            } finally {
                                workers.release();
                            }
                        }));
            }
        }
        return futures.stream().map(LessonRun::result).toList();
    }

    private StudentResult label(StudentProgram program) {
        stopWhenSpent();
        StudentResult result =
                grader.kept(program)
                        .orElseGet(() ->
                                stop.isGiven()
                                        ? new NotRun(program.student(), stop.reason())
                                        : grader.grade(program));
        listener.finishes(result, spending);
        return result;
    }

    private void stopWhenSpent() {
        settings.maxCostUsd()
                .ifPresent(most -> {
                    if (spending.usd() >= most) {
                        stop.stop("The cost reached the limit of %.2f USD.".formatted(most));
                    }
                });
    }

    private static StudentResult result(Future<StudentResult> future) {
        try {
            return future.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }
}
