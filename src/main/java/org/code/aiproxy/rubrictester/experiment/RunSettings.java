package org.code.aiproxy.rubrictester.experiment;

import java.math.BigDecimal;
import java.util.Optional;
import org.code.aiproxy.model.catalogue.Prices;

/**
 * How a run goes about its work.
 *
 * @param workers how many programs are labelled at the same time
 * @param useCached whether what earlier runs paid for counts
 * @param staleOk whether it counts even where the request would be another one now
 * @param maxCostUsd what may be spent in all, in USD; nothing begins once it is reached
 * @param prices what the model costs, in place of what the catalogue knows
 */
public record RunSettings(
        int workers,
        boolean useCached,
        boolean staleOk,
        Optional<BigDecimal> maxCostUsd,
        Optional<Prices> prices) {

    public RunSettings {
        if (workers < 1) {
            throw new IllegalArgumentException("workers must be at least 1");
        }
    }
}
