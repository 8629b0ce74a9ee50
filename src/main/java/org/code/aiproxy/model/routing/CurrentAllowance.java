package org.code.aiproxy.model.routing;

import java.util.Optional;

/** The allowance of the request that this thread works on. */
public final class CurrentAllowance {

    private static final ThreadLocal<Allowance> CURRENT = new ThreadLocal<>();

    private CurrentAllowance() {}

    /** An end of an allowance. */
    public interface Binding extends AutoCloseable {
        @Override
        void close();
    }

    /** Holds what this thread does to an allowance, until the binding is closed. */
    public static Binding bind(Allowance allowance) {
        CURRENT.set(allowance);
        return CURRENT::remove;
    }

    static Allowance get() {
        return Optional.ofNullable(CURRENT.get()).orElse(Allowance.ALL);
    }
}
