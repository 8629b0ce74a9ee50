package org.code.aiproxy.rubrictester.dataset;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.code.aiproxy.textfile.FileFault;
import org.code.aiproxy.textfile.InvalidTextException;
import org.code.aiproxy.textfile.TextFile;

/** A student's program in a lesson's folder: {@code STUDENT.js}, or {@code STUDENT.java}. */
final class ProgramFile {

    private static final Pattern ENDING =
            Pattern.compile("\\.(?:js|java)$", Pattern.CASE_INSENSITIVE);

    private ProgramFile() {}

    static boolean is(Path file) {
        String name = name(file);
        return ENDING.matcher(name).find() && !name.startsWith(".") && Files.isRegularFile(file);
    }

    /** The program; one that can't be read is a student's whose labelling fails. */
    static StudentProgram read(Path file) {
        String student = student(name(file));
        try {
            return new StudentProgram(student, TextFile.read(file));
        } catch (InvalidTextException e) {
            return StudentProgram.unreadable(student, String.valueOf(e.getMessage()));
        } catch (IOException e) {
            return StudentProgram.unreadable(
                    student, "%s can't be read: %s".formatted(file, FileFault.reason(file, e)));
        }
    }

    /** The student that a person means who may have written the file's name. */
    static String student(String written) {
        return ENDING.matcher(written).replaceFirst("");
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }
}
