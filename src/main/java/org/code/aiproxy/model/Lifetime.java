package org.code.aiproxy.model;

import java.time.LocalDate;
import java.util.Optional;

/**
 * How long a model is served.
 *
 * @param shutdown the first day on which it isn't served any more, if known
 * @param successor the model that the provider names in its place
 */
record Lifetime(Optional<LocalDate> shutdown, Optional<String> successor) {

    /** Of a model whose provider announced no end. */
    static final Lifetime OPEN = new Lifetime(Optional.empty(), Optional.empty());
}
