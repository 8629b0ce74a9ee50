package org.code.aiproxy.grading.decisiontree;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Predicate;
import org.code.aiproxy.grading.feature.Finding;
import org.code.aiproxy.grading.javascript.Place;

/** Lets the first evidence item with some lines and message pass, and no other with the same. */
final class FirstOfItsKind implements Predicate<Finding> {

    private final Set<Kind> seen = new HashSet<>();

    private record Kind(int firstLine, int lastLine, String message) {}

    @Override
    public boolean test(Finding item) {
        Place place = item.place();
        return seen.add(new Kind(place.firstLine(), place.lastLine(), item.message()));
    }
}
