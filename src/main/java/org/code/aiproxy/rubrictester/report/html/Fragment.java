package org.code.aiproxy.rubrictester.report.html;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Links into the report: what the page shows stands in the part of its address after the #. */
final class Fragment {

    private Fragment() {}

    /** One student, opened. */
    static String student(String name) {
        return "#open=" + URLEncoder.encode(name, StandardCharsets.UTF_8);
    }

    /** One student, opened, and one key concept. */
    static String student(String name, int concept) {
        return "%s&concept=%d".formatted(student(name), concept + 1);
    }

    /** The students with a pair of levels, on a key concept if it is 0 or more. */
    static String levels(int concept, int people, int ai) {
        return (concept < 0 ? "#" : "#concept=%d&".formatted(concept + 1))
                + "people=%d&ai=%d".formatted(people, ai);
    }
}
