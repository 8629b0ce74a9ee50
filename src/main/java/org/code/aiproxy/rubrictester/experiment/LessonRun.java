package org.code.aiproxy.rubrictester.experiment;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import org.code.aiproxy.model.CallerGoneException;
import org.code.aiproxy.model.catalogue.Usage;
import org.code.aiproxy.rubrictester.dataset.InvalidDataException;
import org.code.aiproxy.rubrictester.dataset.StudentProgram;
import org.code.aiproxy.rubrictester.experiment.StudentResult.Failed;
import org.code.aiproxy.rubrictester.experiment.StudentResult.NotRun;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Labels the programs of one lesson, several at a time. */
final class LessonRun {

    private static final Logger LOG = LoggerFactory.getLogger(LessonRun.class);

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
                unreadable(program)
                        .or(() -> grader.kept(program))
                        .orElseGet(() ->
                                stop.isGiven()
                                        ? new NotRun(program.student(), stop.reason())
                                        : grade(program));
        listener.finishes(result, spending);
        return result;
    }

    private static Optional<StudentResult> unreadable(StudentProgram program) {
        return program.problem().map(problem -> failed(program, problem));
    }

    /** An error in one program must not lose the others. */
    private StudentResult grade(StudentProgram program) {
        stop.isInFlight();
        try {
            return grader.grade(program);
        } catch (CallerGoneException e) {
            return new NotRun(program.student(), stop.reason());
        } catch (InvalidDataException e) {
            stop.stop(String.valueOf(e.getMessage()));
            return failed(program, String.valueOf(e.getMessage()));
        } catch (RuntimeException e) {
            LOG.error("Unexpected error while labelling {}", program, e);
            return failed(program, "Internal error: " + e);
        } finally {
            stop.isDone();
        }
    }

    private static Failed failed(StudentProgram program, String problem) {
        return new Failed(program.student(), problem, Usage.NONE, List.of());
    }

    private void stopWhenSpent() {
        settings.maxCostUsd()
                .filter(most -> spending.usd().filter(paid -> paid.compareTo(most) < 0).isEmpty())
                .ifPresent(most ->
                        stop.stop("The cost reached the limit of %.2f USD.".formatted(most)));
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
