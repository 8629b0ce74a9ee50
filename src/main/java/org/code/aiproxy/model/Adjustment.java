package org.code.aiproxy.model;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import org.code.aiproxy.model.catalogue.Parameter;

/**
 * How a call differs from what was asked for, because the model doesn't take it.
 *
 * @param parameter what was asked for, as OpenAI's API names it
 * @param change what was done instead, such as {@code left out}
 * @param reason how that is known
 */
@JsonPropertyOrder({"parameter", "change", "reason"})
public record Adjustment(Parameter parameter, String change, String reason) {}
