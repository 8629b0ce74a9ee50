package org.code.aiproxy.textfile;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/**
 * Why a file or folder can't be read or written, in words: Java's messages may hold a path only.
 */
public final class FileFault {

    private FileFault() {}

    /**
     * The reason, to follow a colon, such as {@code permission denied: experiments/e}.
     *
     * @param named what the message names already; it isn't named twice
     */
    public static String reason(Path named, IOException fault) {
        String reason = reason(fault);
        String place = ": " + named;
        return reason.endsWith(place)
                ? reason.substring(0, reason.length() - place.length())
                : reason;
    }

    private static String reason(IOException fault) {
        return switch (fault) {
            case AccessDeniedException e -> "permission denied" + place(e);
            case NoSuchFileException e -> "no such file or folder" + place(e);
            case FileAlreadyExistsException e -> e.getFile() + " is a file, not a folder";
            case NotDirectoryException e -> e.getFile() + " is not a folder";
            case DirectoryNotEmptyException e -> e.getFile() + " is not empty";
            case FileSystemLoopException e -> "links in a circle" + place(e);
            case FileSystemException e ->
                    Optional.ofNullable(e.getReason()).map(FileFault::lower).orElse("it failed")
                            + place(e);
            case FileNotFoundException _ -> "no such file, or permission denied";
            default ->
                    Optional.ofNullable(fault.getMessage())
                            .map(FileFault::lower)
                            .orElse(fault.getClass().getSimpleName());
        };
    }

    private static String place(FileSystemException fault) {
        return fault.getFile() == null ? "" : ": " + fault.getFile();
    }

    private static String lower(String reason) {
        return reason.isEmpty()
                ? reason
                : reason.substring(0, 1).toLowerCase(Locale.ROOT) + reason.substring(1);
    }
}
