package org.code.aiproxy.grading.feature;

import org.code.aiproxy.grading.javascript.Place;

/** A place in a student's program that shows something, and what it shows. */
public record Finding(Place place, String message) {

    /**
     * The item as the teacher's page reads it: {@code Line 3: Creates a sprite `var p = …`}. The
     * message must hold neither a backtick nor the word "Line", which would end it.
     */
    public String text() {
        String lines =
                place.firstLine() == place.lastLine()
                        ? "Line " + place.firstLine()
                        : "Lines " + place.firstLine() + "-" + place.lastLine();
        return lines + ": " + message + " `" + place.snippet() + "`";
    }
}
