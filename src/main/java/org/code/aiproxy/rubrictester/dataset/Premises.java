package org.code.aiproxy.rubrictester.dataset;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.code.aiproxy.textfile.FileFault;
import org.code.aiproxy.textfile.Visible;

/**
 * Folders that reads and writes stay inside of. Datasets and experiments come from others: a
 * symbolic link in one could have any file of this machine sent to a provider, or overwritten.
 *
 * @param folders without links in their paths; they need not be there yet
 */
public record Premises(List<Path> folders) {

    /** As many as Linux follows. */
    private static final int MOST_LINKS = 40;

    public Premises {
        folders = List.copyOf(folders);
    }

    /** A folder that the user names; links in its path are the user's own. */
    public static Premises of(Path folder) {
        return new Premises(List.of(destination(folder.toAbsolutePath())));
    }

    /** The folders {@code datasets}, {@code experiments} and {@code releases} of each root. */
    static Premises ofRoots(List<Path> roots) {
        return new Premises(
                roots.stream()
                        .map(root -> destination(root.toAbsolutePath()))
                        .flatMap(root ->
                                Stream.of(Folder.Kind.values())
                                        .map(kind -> root.resolve(kind.folder())))
                        .toList());
    }

    /**
     * Refuses a file or folder, whether it is there or not, that is elsewhere in truth.
     *
     * @return the path
     * @throws InvalidDataException then; the message says where a link leads
     */
    public Path require(Path path) {
        Path real = destination(path.toAbsolutePath());
        if (folders.stream().noneMatch(real::startsWith)) {
            throw new InvalidDataException(
                    "%s leads to %s, outside of %s: nothing there is read or written. Replace the symbolic link with a copy."
                            .formatted(shown(path), shown(real), inside()));
        }
        return path;
    }

    /**
     * The same for a folder and all that is in it, at any depth; and refuses what is neither a file
     * nor a folder, such as a pipe, whose reading may never end.
     *
     * @return the folder
     */
    public Path requireAll(Path folder) {
        require(folder);
        if (!Files.isDirectory(folder)) {
            return folder;
        }
        try {
            Files.walkFileTree(folder.toRealPath(), new Inspection());
        } catch (IOException e) {
            throw new InvalidDataException(
                    "%s can't be read: %s".formatted(shown(folder), FileFault.reason(folder, e)),
                    e);
        }
        return folder;
    }

    private final class Inspection extends SimpleFileVisitor<Path> {

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (attributes.isSymbolicLink()) {
                require(file);
            }
            if (attributes.isOther()) {
                throw new InvalidDataException(
                        "%s is neither a file nor a folder; remove it.".formatted(shown(file)));
            }
            return FileVisitResult.CONTINUE;
        }

        /** Another run may have made and removed it meanwhile. */
        @Override
        public FileVisitResult visitFileFailed(Path file, IOException fault) throws IOException {
            if (fault instanceof NoSuchFileException) {
                return FileVisitResult.CONTINUE;
            }
            throw fault;
        }
    }

    private String inside() {
        return folders.size() == 1 ? shown(folders.getFirst()) : "the working copy's folders";
    }

    /** Where a path leads in the end. What links to nothing yet would be made there. */
    private static Path destination(Path path) {
        try {
            return path.toRealPath();
        } catch (IOException e) {
            Path parent = path.getParent();
            if (parent == null) {
                return path;
            }
            Path here = destination(parent).resolve(path.getFileName());
            return target(here)
                    .map(target -> ends(target) ? destination(target) : here)
                    .orElse(here)
                    .normalize();
        }
    }

    private static Optional<Path> target(Path link) {
        try {
            return Files.isSymbolicLink(link)
                    ? Optional.of(link.resolveSibling(Files.readSymbolicLink(link)))
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Not so for links in a circle, which can't be read or written anyhow. */
    private static boolean ends(Path target) {
        Path next = target;
        for (int i = 0; i < MOST_LINKS; i++) {
            Optional<Path> further = target(next);
            if (further.isEmpty()) {
                return true;
            }
            next = further.get();
        }
        return false;
    }

    private static String shown(Path path) {
        return Visible.line(path.toString());
    }
}
