package org.code.aiproxy.provider.observation;

import org.code.aiproxy.model.CallerGoneException;
import org.code.aiproxy.model.ModelException;

/** What OpenTelemetry calls {@code error.type}: one of few words. */
final class ErrorType {

    private ErrorType() {}

    static String of(Throwable e) {
        return switch (e) {
            case ModelException.RateLimited _ -> "rate_limited";
            case ModelException.Garbled _ -> "garbled";
            case ModelException.Unavailable _ -> "unavailable";
            case ModelException.TimedOut _ -> "timed_out";
            case ModelException.BrokenOff _ -> "broken_off";
            case ModelException.ContextExceeded _ -> "context_exceeded";
            case ModelException.Filtered _ -> "filtered";
            case ModelException.Refused _ -> "refused";
            case ModelException.Unsupported _ -> "unsupported";
            case ModelException.NotAsked _ -> "not_asked";
            case CallerGoneException _ -> "caller_gone";
            default -> e.getClass().getSimpleName();
        };
    }
}
