package org.code.aiproxy.grading.evidence;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Puts items in the order of their lines, and counts what has been done to them. */
final class GroundedEvidenceBuilder {

    private static final Comparator<GroundedItem> BY_LINES =
            Comparator.comparingInt((GroundedItem item) -> item.lines().first())
                    .thenComparingInt(item -> item.lines().last());

    private final List<String> prose = new ArrayList<>();
    private final List<GroundedItem> items = new ArrayList<>();
    private final TeacherPage page;
    private int withoutLines;

    /**
     * @param prose what stood before the first item
     * @param page who is to read it
     */
    GroundedEvidenceBuilder(String prose, TeacherPage page) {
        this.prose.add(prose);
        this.page = page;
    }

    void add(GroundedItem item) {
        items.add(item);
    }

    /** Keeps the message of an item that the program has no lines for. */
    void addWithoutLines(Claim unverified) {
        prose.add(unverified.message());
        withoutLines++;
    }

    GroundedEvidence build() {
        List<PageItem> shown = items.stream().sorted(BY_LINES).map(GroundedItem::shown).toList();
        return new GroundedEvidence(
                Stream.concat(prose.stream(), Stream.of(page.evidence(shown)))
                        .filter(text -> !text.isEmpty())
                        .collect(Collectors.joining(" ")),
                items.size() + withoutLines,
                count(items.stream().filter(GroundedItem::corrected)),
                count(items.stream().filter(GroundedItem::unverified)) + withoutLines);
    }

    private static int count(Stream<GroundedItem> some) {
        return (int) some.count();
    }
}
