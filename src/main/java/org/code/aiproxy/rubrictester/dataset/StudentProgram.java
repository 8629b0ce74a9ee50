package org.code.aiproxy.rubrictester.dataset;

import java.util.Optional;
import org.code.aiproxy.textfile.Visible;

/**
 * One student's program.
 *
 * @param student the file's name without its ending
 * @param code the program as it was written; empty where it can't be read
 * @param problem why it can't be read, a sentence that names the file
 */
public record StudentProgram(String student, String code, Optional<String> problem) {

    public StudentProgram(String student, String code) {
        this(student, code, Optional.empty());
    }

    static StudentProgram unreadable(String student, String problem) {
        return new StudentProgram(student, "", Optional.of(problem));
    }

    /** Leaves the program out, so that no log line can hold it. */
    @Override
    public String toString() {
        return "StudentProgram[" + Visible.line(student) + "]";
    }
}
