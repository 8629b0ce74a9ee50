package org.code.aiproxy.model;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A model that can be called here.
 *
 * @param name what requests call it
 * @param owner who serves it
 * @param shutdown the first day on which it isn't served any more, if known
 */
public record ListedModel(String name, String owner, Optional<LocalDate> shutdown) {}
