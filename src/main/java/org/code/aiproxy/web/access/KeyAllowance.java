package org.code.aiproxy.web.access;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import org.code.aiproxy.model.ModelClient;
import org.code.aiproxy.model.ModelException;
import org.code.aiproxy.model.catalogue.ModelPrice;
import org.code.aiproxy.model.catalogue.Usage;
import org.code.aiproxy.model.routing.Allowance;

/**
 * What a key may ask for.
 *
 * @param key the key
 * @param accounts what keys have spent
 */
record KeyAllowance(ApiKey key, Accounts accounts) implements Allowance {

    private static final Usage SOMETHING = new Usage(1, 1);

    @Override
    public boolean permits(String model) {
        return key.allows(model);
    }

    /** A model without a price can't be held to a budget, so it isn't asked at all. */
    @Override
    public void require(String model, ModelClient client) {
        if (!permits(model)) {
            accounts.refused(key, "models");
            throw new ModelException.NotAllowed(
                    "`%s` isn't among the models that the key `%s` may use."
                            .formatted(model, key.name()));
        }
        key.dailyBudgetUsd().ifPresent(budget -> requireBudget(model, client, budget));
    }

    private void requireBudget(String model, ModelClient client, BigDecimal budget) {
        Optional<ModelPrice> price = client.price(model);
        if (price.isEmpty()) {
            accounts.refused(key, "models");
            throw new ModelException.NotAllowed(
                    ("`%s` has no known price, and the key `%s` has a budget. Add the price to a"
                                    + " model card in AIPROXY_MODEL_CATALOGUE, or use another model.")
                            .formatted(model, key.name()));
        }
        Account account = accounts.of(key);
        boolean isFree = price.get().usd(SOMETHING).signum() == 0;
        if (!isFree && account.spentToday().compareTo(budget) >= 0) {
            accounts.refused(key, "budget");
            throw new ModelException.OverBudget(
                    "The key `%s` has spent its %s USD for today; its budget resets at %s."
                            .formatted(key.name(), budget.toPlainString(), account.reset()),
                    Duration.between(account.now(), account.reset()));
        }
    }
}
