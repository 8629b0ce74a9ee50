package org.code.aiproxy.grading.spec;

import java.util.Optional;

/**
 * What people are told of a field.
 *
 * @param text what it says, in Markdown, to follow its name
 * @param example a value that works with those of the other fields
 * @param section the anchor in API.md of what there is more to say
 */
public record FieldDoc(String text, Optional<String> example, Optional<String> section) {

    static FieldDoc of(String text) {
        return new FieldDoc(text, Optional.empty(), Optional.empty());
    }

    FieldDoc withExample(String value) {
        return new FieldDoc(text, Optional.of(value), section);
    }

    FieldDoc in(String anchor) {
        return new FieldDoc(text, example, Optional.of(anchor));
    }
}
