package org.code.aiproxy.rubrictester.dataset;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.code.aiproxy.textfile.Spelling;

/** Names that others may have written otherwise: with other blanks, dashes, quotes or case. */
final class Names {

    private final Set<String> exact;
    private final Map<Spelling, List<String>> bySpelling;

    Names(List<String> names) {
        this.exact = new HashSet<>(names);
        this.bySpelling = exact.stream().collect(Collectors.groupingBy(Spelling::of));
    }

    /** The name that is meant, if only one can be. */
    Optional<String> nameOf(String written) {
        if (exact.contains(written)) {
            return Optional.of(written);
        }
        List<String> alike = bySpelling.getOrDefault(Spelling.of(written), List.of());
        return alike.size() == 1 ? Optional.of(alike.getFirst()) : Optional.empty();
    }
}
