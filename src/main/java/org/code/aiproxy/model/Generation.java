package org.code.aiproxy.model;

import java.util.Optional;
import org.code.aiproxy.model.catalogue.Effort;

/**
 * How a model is to write its answer.
 *
 * @param temperature how freely it samples, 0 to 2
 * @param effort how long it thinks before; the model's own default where nothing is said
 * @param room how long the answer may be
 */
public record Generation(double temperature, Optional<Effort> effort, OutputRoom room) {

    /** With more room, for an answer that was cut off. */
    Generation wider() {
        return new Generation(temperature, effort, room.wider());
    }
}
