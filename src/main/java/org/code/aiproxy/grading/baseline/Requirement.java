package org.code.aiproxy.grading.baseline;

import java.util.Optional;
import java.util.stream.Stream;
import org.code.aiproxy.grading.feature.CodeFeatures;

/**
 * How many of something a program must have.
 *
 * @param subject what is counted
 * @param except what doesn't count, such as the functions that are called, where a rubric asks for
 *     one that isn't
 * @param least the lowest number that will do; 0 where the program must have none of it
 */
record Requirement(Subject subject, Optional<Subject> except, int least) {

    /** One without exceptions. */
    Requirement(Subject subject, int least) {
        this(subject, Optional.empty(), least);
    }

    boolean isMetBy(CodeFeatures features) {
        int count =
                subject.in(features).size() - except.map(it -> it.in(features).size()).orElse(0);
        return least == 0 ? count == 0 : count >= least;
    }

    /** Everything that it counts. */
    Stream<Subject> subjects() {
        return Stream.concat(Stream.of(subject), except.stream());
    }
}
