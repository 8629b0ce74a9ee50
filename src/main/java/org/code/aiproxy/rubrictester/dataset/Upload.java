package org.code.aiproxy.rubrictester.dataset;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.code.aiproxy.rubrictester.dataset.S3Store.ChangedMeanwhileException;
import org.code.aiproxy.rubrictester.dataset.S3Store.StoredFile;
import org.code.aiproxy.textfile.FileFault;
import org.springframework.util.DigestUtils;

/** Copies a lesson's folder to S3, without overwriting what someone else changed there. */
public final class Upload {

    private static final String CHANGED =
            "Someone changed files in %s%s since they were fetched: %s. Look at them, then use --force to overwrite them.";

    private final S3Store store;
    private final boolean force;

    /**
     * @param force whether to overwrite what changed in the store
     */
    public Upload(S3Store store, boolean force) {
        this.store = store;
        this.force = force;
    }

    /**
     * Uploads what differs.
     *
     * @param source a lesson's folder here
     * @param folder where it lies in the store, such as {@code experiments/NAME/LESSON}
     * @return the paths of the files that were sent
     * @throws InvalidDataException when a file has changed in the store since it was last the same
     *     here; the message lists those files, and none has been sent
     */
    public List<String> send(Path source, String folder) {
        Map<String, String> stored =
                store.files(folder).stream()
                        .collect(Collectors.toMap(StoredFile::path, StoredFile::etag));
        KnownVersions known = KnownVersions.read(source).of(store + folder, stored);
        List<String> changedHere =
                files(source).stream()
                        .filter(path ->
                                !same(
                                        source.resolve(path),
                                        stored.getOrDefault(path, S3Store.NOTHING)))
                        .toList();
        if (!force) {
            requireUnchanged(changedHere, stored, known, folder);
        }
        Map<String, String> versions = new HashMap<>(stored);
        try {
            for (String path : changedHere) {
                versions.put(path, send(source, folder, path, known));
            }
            new KnownVersions(Optional.of(store + folder), versions).write(source);
        } catch (IOException e) {
            throw new InvalidDataException(
                    source + " can't be written: " + FileFault.reason(source, e), e);
        }
        return changedHere;
    }

    private String send(Path source, String folder, String path, KnownVersions known) {
        try {
            return store.upload(
                    source.resolve(path),
                    folder,
                    path,
                    force ? S3Store.ANYTHING : known.etag(path));
        } catch (ChangedMeanwhileException e) {
            throw changed(List.of(path), known, folder);
        }
    }

    private void requireUnchanged(
            List<String> paths, Map<String, String> stored, KnownVersions known, String folder) {
        List<String> changed =
                paths.stream()
                        .filter(path ->
                                !stored.getOrDefault(path, S3Store.NOTHING)
                                        .equals(known.etag(path)))
                        .toList();
        if (!changed.isEmpty()) {
            throw changed(changed, known, folder);
        }
    }

    private InvalidDataException changed(List<String> paths, KnownVersions known, String folder) {
        return new InvalidDataException(
                (known.isEmpty()
                                ? "%s%s already exists, and this folder was not fetched from it: %s. Choose another name, or use --force to overwrite them."
                                : CHANGED)
                        .formatted(store, folder, String.join(", ", paths)));
    }

    private static List<String> files(Path source) {
        try (Stream<Path> all = Files.walk(source)) {
            return all.filter(Files::isRegularFile)
                    .map(source::relativize)
                    .filter(path ->
                            Stream.iterate(path, it -> it != null, Path::getParent)
                                    .noneMatch(it -> it.getFileName().toString().startsWith(".")))
                    .map(path -> path.toString().replace('\\', '/'))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new InvalidDataException(
                    source + " can't be read: " + FileFault.reason(source, e), e);
        }
    }

    /** S3's entity tag of a file that was sent in one piece is its MD5 sum. */
    private static boolean same(Path file, String etag) {
        try (InputStream bytes = Files.newInputStream(file)) {
            return ("\"" + DigestUtils.md5DigestAsHex(bytes) + "\"").equals(etag);
        } catch (IOException e) {
            throw new InvalidDataException(
                    file + " can't be read: " + FileFault.reason(file, e), e);
        }
    }
}
