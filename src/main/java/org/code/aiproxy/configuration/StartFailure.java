package org.code.aiproxy.configuration;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.core.io.support.SpringFactoriesLoader;
import org.springframework.core.io.support.SpringFactoriesLoader.FailureHandler;

/**
 * Why a command could not start.
 *
 * @param fault what was thrown
 */
public record StartFailure(Throwable fault) {

    /** In a sentence for operators; empty where it is not they who can do something about it. */
    public Optional<String> sentence() {
        return analyzers().stream()
                .map(analyzer -> analyzer.analyze(fault))
                .filter(Objects::nonNull)
                .findFirst()
                .map(StartFailure::line);
    }

    /** Those that need a context to look at explain faults of the program, not of settings. */
    private static List<FailureAnalyzer> analyzers() {
        return SpringFactoriesLoader.forDefaultResourceLocation()
                .load(FailureAnalyzer.class, FailureHandler.handleMessage((_, _) -> {}));
    }

    private static String line(FailureAnalysis analysis) {
        String action = Objects.requireNonNullElse(analysis.getAction(), "");
        return "%s %s".formatted(analysis.getDescription(), action).strip().replaceAll("\\s+", " ");
    }
}
