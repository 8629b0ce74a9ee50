package org.code.aiproxy.rubrictester.statistics.comparison;

import org.code.aiproxy.rubrictester.statistics.Rating;
import org.code.aiproxy.rubrictester.statistics.Scale;

/** The same key concept of the same program, labelled by people and by two AIs. */
record PairedRating(Rating before, Rating after) {

    PairedRating {
        if (before.people() != after.people()) {
            throw new IllegalArgumentException(
                    "People's label differs between " + before + " and " + after);
        }
    }

    String student() {
        return before.student();
    }

    String keyConcept() {
        return before.keyConcept();
    }

    /** 1 if the second AI alone is right, −1 if the first alone is, else 0. */
    int difference(Scale scale) {
        return rightAfter(scale) - rightBefore(scale);
    }

    int rightBefore(Scale scale) {
        return before.isRight(scale) ? 1 : 0;
    }

    int rightAfter(Scale scale) {
        return after.isRight(scale) ? 1 : 0;
    }
}
