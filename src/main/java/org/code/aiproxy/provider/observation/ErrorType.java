package org.code.aiproxy.provider.observation;

import org.code.aiproxy.model.CallerGoneException;
import org.code.aiproxy.model.ModelException;

/** What OpenTelemetry calls {@code error.type}: one of few words. */
final class ErrorType {

    private ErrorType() {}

    static String of(Throwable e) {
        return switch (e) {
            case ModelException failed -> failed.failure().errorType();
            case CallerGoneException _ -> "caller_gone";
            default -> e.getClass().getSimpleName();
        };
    }
}
