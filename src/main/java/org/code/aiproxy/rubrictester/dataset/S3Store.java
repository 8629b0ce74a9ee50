package org.code.aiproxy.rubrictester.dataset;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.code.aiproxy.aws.AwsFault;
import org.springframework.util.StreamUtils;
import org.springframework.util.function.SingletonSupplier;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CommonPrefix;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;

/** The folders in S3, one bucket's keys below one prefix. */
public final class S3Store {

    /** In place of an entity tag: there must be no such file. */
    static final String NOTHING = "";

    /** In place of an entity tag: whatever is there may be overwritten. */
    static final String ANYTHING = "*";

    private static final long MOST_BYTES = 100L * 1024 * 1024;

    /** Of a folder. */
    private static final int MOST_FILES = 100_000;

    /** Of a listing: pages have 1,000 files from Amazon, and may be empty from other servers. */
    private static final int MOST_PAGES = 1000;

    private static final int CHANGED_MEANWHILE = 412;
    private static final int BEING_CHANGED = 409;

    private final SingletonSupplier<S3Client> s3;
    private final S3Location location;

    /**
     * @param s3 makes the client when it is first needed: most processes never do
     */
    S3Store(Supplier<S3Client> s3, S3Location location) {
        this.s3 = SingletonSupplier.of(s3);
        this.location = location;
    }

    /**
     * A file in the store.
     *
     * @param path below the folder that was listed
     * @param etag what identifies its content
     */
    public record StoredFile(String path, String etag) {}

    /** The names of the folders in a folder, such as the lessons of {@code datasets/NAME}. */
    public List<String> folders(String folder) {
        String prefix = location.below(folder);
        return asking(() ->
                pages(it -> it.prefix(prefix).delimiter("/"))
                        .flatMap(page -> page.commonPrefixes().stream())
                        .limit(MOST_FILES)
                        .map(CommonPrefix::prefix)
                        .map(key -> key.substring(prefix.length(), key.length() - 1))
                        .toList());
    }

    /** All files below a folder. */
    public List<StoredFile> files(String folder) {
        String prefix = location.below(folder);
        List<S3Object> objects =
                asking(() ->
                        pages(it -> it.prefix(prefix))
                                .flatMap(page -> page.contents().stream())
                                .limit(MOST_FILES + 1L)
                                .toList());
        if (objects.size() > MOST_FILES) {
            throw new InvalidDataException(
                    "%s in %s has more than %,d files, which is the limit of a folder."
                            .formatted(folder, location, MOST_FILES));
        }
        return objects.stream()
                // Consoles make an empty object for a folder.
                .filter(object -> !object.key().endsWith("/"))
                .map(object ->
                        new StoredFile(object.key().substring(prefix.length()), object.eTag()))
                .toList();
    }

    /** The pages of a listing, which fails when there is no end to them. */
    private Stream<ListObjectsV2Response> pages(Consumer<ListObjectsV2Request.Builder> listing) {
        AtomicInteger read = new AtomicInteger();
        return s3
                .obtain()
                .listObjectsV2Paginator(it -> listing.accept(it.bucket(location.bucket())))
                .stream()
                .peek(_ -> {
                    if (read.incrementAndGet() > MOST_PAGES) {
                        throw new InvalidDataException(
                                "%s can't be read: its list of files has more than %,d pages."
                                        .formatted(location, MOST_PAGES));
                    }
                });
    }

    /** Copies a file of a folder to a path where nothing is yet. */
    void download(String folder, StoredFile file, Path target) {
        long copied =
                asking(() ->
                        s3.obtain()
                                .getObject(
                                        it ->
                                                it.bucket(location.bucket())
                                                        .key(location.below(folder) + file.path())
                                                        // What was listed, or nothing.
                                                        .ifMatch(file.etag()),
                                        (_, bytes) -> copy(bytes, target)));
        if (copied > MOST_BYTES) {
            throw new InvalidDataException(
                    "%s/%s in %s is longer than %d MB, which is the limit of a file."
                            .formatted(folder, file.path(), location, MOST_BYTES >> 20));
        }
    }

    private static long copy(AbortableInputStream bytes, Path target) throws IOException {
        try (OutputStream file = Files.newOutputStream(target)) {
            long copied = StreamUtils.copyRange(bytes, file, 0, MOST_BYTES);
            if (copied > MOST_BYTES) {
                bytes.abort();
            }
            return copied;
        }
    }

    /**
     * Copies a file to the store over the version that is known there.
     *
     * @param known what identifies the version that may be overwritten: an entity tag, {@link
     *     #NOTHING} where there must be none, or {@link #ANYTHING}
     * @return what identifies the new version
     * @throws ChangedMeanwhileException when another version is there
     */
    String upload(Path source, String folder, String path, String known) {
        return asking(() ->
                s3.obtain()
                        .putObject(
                                it -> {
                                    it.bucket(location.bucket()).key(location.below(folder) + path);
                                    switch (known) {
                                        case ANYTHING -> {}
                                        case NOTHING -> it.ifNoneMatch("*");
                                        default -> it.ifMatch(known);
                                    }
                                },
                                RequestBody.fromFile(source))
                        .eTag());
    }

    /** Someone else changed a file in the store. */
    static final class ChangedMeanwhileException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        ChangedMeanwhileException(Throwable cause) {
            super(cause);
        }
    }

    @Override
    public String toString() {
        return location.toString();
    }

    private <T> T asking(Supplier<T> call) {
        try {
            return call.get();
        } catch (S3Exception e) {
            if (Stream.of(CHANGED_MEANWHILE, BEING_CHANGED).anyMatch(it -> it == e.statusCode())) {
                throw new ChangedMeanwhileException(e);
            }
            throw failed(e);
        } catch (SdkException e) {
            throw failed(e);
        }
    }

    private InvalidDataException failed(SdkException fault) {
        return new InvalidDataException(
                "%s can't be read or written: %s. AIPROXY_S3_URI names another place; files in the working copy need none."
                        .formatted(location, new AwsFault(fault).clause()),
                fault);
    }
}
