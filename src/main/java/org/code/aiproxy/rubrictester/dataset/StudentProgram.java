package org.code.aiproxy.rubrictester.dataset;

/**
 * One student's program.
 *
 * @param student the file's name without its ending
 * @param code the program as it was written
 */
public record StudentProgram(String student, String code) {

    /** Leaves the program out, so that no log line can hold it. */
    @Override
    public String toString() {
        return "StudentProgram[" + student + "]";
    }
}
