package org.code.aiproxy.player;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.code.aiproxy.player.model.PlayedQuestion;

/**
 * The fault that a model's name asks for, such as {@code gpt-play-hang}, or else one of those that
 * a share of all calls gets. Thread-safe.
 */
public final class FaultPlan implements Faults {

    /** Shares that are 1 together can add up to a little more. */
    private static final double ROUNDING = 1e-9;

    private static final Pattern ASKED_FOR = Pattern.compile("(?:^|.*[-./:])play-(.+)");

    /**
     * Faults that calls get.
     *
     * @param faults each as likely as the others
     * @param share of all calls that get one of them, from 0 to 1
     */
    public record Share(List<PlayedFault> faults, double share) {

        public Share {
            faults = List.copyOf(faults);
            if (faults.isEmpty() || !(share >= 0 && share <= 1)) {
                throw new IllegalArgumentException("A share must be from 0 to 1");
            }
        }
    }

    private final List<Share> shares;
    private final Random random;

    /**
     * @param seed the same calls one after another get the same faults
     * @throws IllegalArgumentException when the shares are more than all calls
     */
    public FaultPlan(List<Share> shares, long seed) {
        this.shares = List.copyOf(shares);
        this.random = new Random(seed);
        if (shares.stream().mapToDouble(Share::share).sum() > 1 + ROUNDING) {
            throw new IllegalArgumentException("Shares must be 1 together at most");
        }
    }

    @Override
    public Optional<PlayedFault> of(PlayedQuestion question) {
        Matcher asked = ASKED_FOR.matcher(question.model());
        if (asked.matches()) {
            String word = asked.group(1);
            return Optional.of(
                    PlayedFault.named(word).orElseThrow(() -> new UnknownFaultException(word)));
        }
        double drawn = random.nextDouble();
        for (Share share : shares) {
            if (drawn < share.share()) {
                int which = random.nextInt(share.faults().size());
                return Optional.of(share.faults().get(which));
            }
            drawn -= share.share();
        }
        return Optional.empty();
    }
}
