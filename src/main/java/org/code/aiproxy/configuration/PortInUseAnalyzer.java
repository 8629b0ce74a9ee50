package org.code.aiproxy.configuration;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.core.Ordered;

/** Says what to do about a port that another process listens on. */
final class PortInUseAnalyzer extends AbstractFailureAnalyzer<PortInUseException>
        implements Ordered {

    @Override
    public int getOrder() {
        // Before Spring Boot's own analyzer for the same exception.
        return Ordered.HIGHEST_PRECEDENCE;
    }

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, PortInUseException cause) {
        return InvalidSettingAnalyzer.analysis(
                "Port %d is in use. Stop the process that listens on it, or choose another port with --port, PORT or MANAGEMENT_PORT."
                        .formatted(cause.getPort()),
                rootFailure);
    }
}
