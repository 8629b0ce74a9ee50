package org.code.aiproxy.rubrictester.dataset;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.code.aiproxy.rubrictester.dataset.Folder.Kind;
import org.code.aiproxy.textfile.FileFault;
import org.code.aiproxy.textfile.Nearest;

/**
 * The folders {@code datasets}, {@code experiments} and {@code releases} on this machine. What is
 * needed and not there is fetched from S3, a lesson's folder as a whole.
 */
public final class WorkingCopy {

    private final List<Path> roots;
    private final Premises premises;
    private final S3Store store;
    private final Download download;

    /**
     * @param roots where to look, in this order; what is fetched goes to the first
     * @param store where the rest is
     * @param progress is told of downloads
     */
    public WorkingCopy(List<Path> roots, S3Store store, DownloadProgress progress) {
        this.roots = List.copyOf(roots);
        this.premises = Premises.ofRoots(roots);
        this.store = store;
        this.download = new Download(progress);
    }

    /**
     * A lesson's folder, fetched where it is not there.
     *
     * @throws InvalidDataException when it is nowhere
     */
    public Path folder(Folder folder) {
        return folderHere(folder).orElseGet(() -> fetchMissing(folder));
    }

    private Path fetchMissing(Folder folder) {
        try {
            return fetch(folder);
        } catch (InvalidDataException e) {
            List<String> lessons = lessonsHere(folder.kind(), folder.name());
            throw new InvalidDataException(
                    lessons.isEmpty()
                            ? missing(folder.kind(), folder.name(), String.valueOf(e.getMessage()))
                            : "Lesson %s doesn't exist in %s, which has %s.%s"
                                    .formatted(
                                            folder.lesson(),
                                            folder.kind().path(folder.name()),
                                            String.join(", ", lessons),
                                            meant(
                                                    folder.lesson(),
                                                    lessons,
                                                    String.valueOf(e.getMessage()))),
                    e);
        }
    }

    private String missing(Kind kind, String name, String why) {
        List<String> names = names(kind);
        return "%s doesn't exist in %s, which has %s.%s"
                .formatted(
                        kind.path(name),
                        roots.getFirst().toAbsolutePath(),
                        names.isEmpty() ? "nothing in " + kind.folder() : String.join(", ", names),
                        meant(name, names, why));
    }

    /** What may be meant, and why it could not be fetched either. */
    private static String meant(String name, List<String> names, String why) {
        return Nearest.question(name, names) + (why.isEmpty() ? "" : " " + why);
    }

    /**
     * A lesson's folder, if it is here.
     *
     * @throws InvalidDataException when a symbolic link in it, or beside it, leads out of the
     *     working copy
     */
    public Optional<Path> folderHere(Folder folder) {
        return roots.stream()
                .map(root -> root.resolve(folder.path()))
                .filter(Files::isDirectory)
                .findFirst()
                .map(premises::requireAll)
                .map(this::requireBeside);
    }

    /** What is read and written beside a lesson's folder: thresholds, and the lock. */
    private Path requireBeside(Path folder) {
        try (Stream<Path> files = Files.list(folder.resolveSibling(""))) {
            files.filter(file -> !Files.isDirectory(file)).forEach(premises::require);
            return folder;
        } catch (IOException e) {
            throw unreadable(folder, e);
        }
    }

    /** A lesson's folder as it is in S3 now; what was here is kept beside it, hidden. */
    public Path fetch(Folder folder) {
        Path target = newFolder(folder);
        download.replace(store, folder.path(), target);
        return target;
    }

    /**
     * The lessons of a dataset, an experiment or a release: those that are here, else those in S3.
     *
     * @throws InvalidDataException when there is none
     */
    public List<String> lessons(Kind kind, String name) {
        List<String> here = lessonsHere(kind, name);
        List<String> lessons = here.isEmpty() ? stored(kind, name) : here;
        if (lessons.isEmpty()) {
            throw new InvalidDataException(
                    missing(kind, name, "It is not in %s either.".formatted(store)));
        }
        return lessons.stream().sorted().distinct().toList();
    }

    /**
     * The lessons that are here.
     *
     * @throws InvalidDataException when there is none
     */
    public List<String> localLessons(Kind kind, String name) {
        List<String> here = lessonsHere(kind, name);
        if (here.isEmpty()) {
            throw new InvalidDataException(missing(kind, name, ""));
        }
        return here;
    }

    /** Where a new folder of this kind goes. */
    public Path newFolder(Folder folder) {
        return premises.require(roots.getFirst().resolve(folder.path()));
    }

    private List<String> lessonsHere(Kind kind, String name) {
        return roots.stream()
                .map(root -> root.resolve(kind.path(name)))
                .flatMap(this::folders)
                .sorted()
                .distinct()
                .toList();
    }

    private List<String> stored(Kind kind, String name) {
        try {
            return store.folders(kind.path(name));
        } catch (InvalidDataException e) {
            throw new InvalidDataException(missing(kind, name, String.valueOf(e.getMessage())), e);
        }
    }

    /** The names of the datasets, experiments or releases that are here. */
    public List<String> names(Kind kind) {
        return roots.stream()
                .map(root -> root.resolve(kind.folder()))
                .flatMap(this::folders)
                .sorted()
                .distinct()
                .toList();
    }

    private Stream<String> folders(Path parent) {
        premises.require(parent);
        if (!Files.isDirectory(parent)) {
            return Stream.empty();
        }
        try (Stream<Path> children = Files.list(parent)) {
            return children
                    .filter(Files::isDirectory)
                    .map(child -> String.valueOf(child.getFileName()))
                    .filter(name -> !name.startsWith("."))
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw unreadable(parent, e);
        }
    }

    private static InvalidDataException unreadable(Path folder, IOException fault) {
        return new InvalidDataException(
                "%s can't be read: %s".formatted(folder, FileFault.reason(folder, fault)), fault);
    }
}
