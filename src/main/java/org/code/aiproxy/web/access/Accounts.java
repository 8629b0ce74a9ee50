package org.code.aiproxy.web.access;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The accounts of all keys, by name: they outlast a change of the file. Metrics have one series for
 * each name that ever was good, which only operators give.
 */
final class Accounts {

    private static final String KEY = "key";

    private final Map<String, Account> accounts = new ConcurrentHashMap<>();
    private final MeterRegistry meters;
    private final Clock clock;

    Accounts(MeterRegistry meters, Clock clock) {
        this.meters = meters;
        this.clock = clock;
    }

    Account of(ApiKey key) {
        return accounts.computeIfAbsent(key.name(), this::open);
    }

    private Account open(String name) {
        Account account = new Account(clock);
        Gauge.builder("aiproxy.key.spent.today.usd", account, it -> it.spentToday().doubleValue())
                .tag(KEY, name)
                .description("What a key has spent since 00:00 UTC")
                .register(meters);
        return account;
    }

    void taken(ApiKey key) {
        meters.counter("aiproxy.key.requests", KEY, key.name()).increment();
    }

    void paid(ApiKey key, BigDecimal usd) {
        of(key).paid(usd);
        meters.counter("aiproxy.key.cost.usd", KEY, key.name()).increment(usd.doubleValue());
    }

    /**
     * @param limit which limit of the key it was, in a word
     */
    void refused(ApiKey key, String limit) {
        meters.counter("aiproxy.key.refused", KEY, key.name(), "limit", limit).increment();
    }
}
