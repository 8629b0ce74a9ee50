package org.code.aiproxy.rubrictester.dataset;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Gatherers;
import org.code.aiproxy.rubrictester.dataset.S3Store.StoredFile;
import org.code.aiproxy.textfile.FileFault;
import org.springframework.util.FileSystemUtils;

/** Fetches a folder from S3: all of it, or nothing. */
final class Download {

    private static final int AT_ONCE = 16;

    private final DownloadProgress progress;

    Download(DownloadProgress progress) {
        this.progress = progress;
    }

    /**
     * Makes a local folder what the store's is. It appears when it is complete; one that was there
     * is moved aside, to a hidden name.
     *
     * @throws InvalidDataException when the store has no such folder, a file's name would leave it,
     *     or the store fails; then nothing has changed here
     */
    void replace(S3Store store, String folder, Path target) {
        List<StoredFile> files = store.files(folder);
        if (files.isEmpty()) {
            throw new InvalidDataException(
                    "The folder %s doesn't exist, neither here nor in %s."
                            .formatted(folder, store));
        }
        try {
            Path parent = Files.createDirectories(parent(target));
            Path incoming = Files.createTempDirectory(parent, ".incoming-");
            try {
                files.forEach(file -> requireInside(incoming, file));
                fetch(store, folder, files, incoming);
                KnownVersions.of(store + folder, files).write(incoming);
                Aside.move(target);
                Files.move(incoming, target, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                FileSystemUtils.deleteRecursively(incoming);
            }
        } catch (IOException e) {
            throw new InvalidDataException(
                    target + " can't be written: " + FileFault.reason(target, e), e);
        }
    }

    private void fetch(S3Store store, String folder, List<StoredFile> files, Path incoming) {
        List<StoredFile> here = new ArrayList<>();
        files.stream()
                .gather(
                        Gatherers.mapConcurrent(
                                AT_ONCE, file -> fetch(store, folder, file, incoming)))
                .forEach(file -> {
                    here.add(file);
                    progress.fetched(folder, here.size(), files.size());
                });
    }

    private static StoredFile fetch(S3Store store, String folder, StoredFile file, Path incoming) {
        Path target = incoming.resolve(file.path());
        try {
            Files.createDirectories(parent(target));
        } catch (IOException e) {
            throw new InvalidDataException(
                    target + " can't be written: " + FileFault.reason(target, e), e);
        }
        try {
            store.download(folder, file, target);
        } catch (S3Store.ChangedMeanwhileException e) {
            throw new InvalidDataException(
                    "%s/%s was changed in %s during the download; start again."
                            .formatted(folder, file.path(), store),
                    e);
        }
        return file;
    }

    private static void requireInside(Path folder, StoredFile file) {
        boolean plain =
                !file.path().contains("\\")
                        && !file.path().contains("//")
                        && !file.path().startsWith("/")
                        && List.of(file.path().split("/", -1)).stream()
                                .noneMatch(part -> part.equals("..") || part.equals("."))
                        && file.path().chars().noneMatch(Character::isISOControl);
        if (!plain || !folder.resolve(file.path()).normalize().startsWith(folder)) {
            throw new InvalidDataException(
                    "The store has a file whose name would leave its folder: `%s`. Nothing was fetched."
                            .formatted(file.path().replaceAll("\\p{Cntrl}", "?")));
        }
    }

    private static Path parent(Path path) {
        Path parent = path.toAbsolutePath().getParent();
        return parent == null ? path : parent;
    }
}
