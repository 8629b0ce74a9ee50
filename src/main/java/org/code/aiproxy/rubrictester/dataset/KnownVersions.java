package org.code.aiproxy.rubrictester.dataset;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.code.aiproxy.rubrictester.dataset.S3Store.StoredFile;
import org.code.aiproxy.textfile.InvalidTextException;
import org.code.aiproxy.textfile.TextFile;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Which versions of a folder's files were in S3 when they were last the same here, in a hidden file
 * of the folder. Whoever uploads learns from it whether someone else has changed one since. A copy
 * of the folder takes the file along, so it says of which folder it is.
 *
 * @param origin the address of the folder in S3; empty where that is not known
 * @param etags the entity tag of each file, by its path in the folder
 */
record KnownVersions(Optional<String> origin, Map<String, String> etags) {

    static final String FILE = ".s3-versions.json";

    private static final String ORIGIN = "folder";
    private static final String ETAGS = "etags";
    private static final JsonMapper MAPPER = new JsonMapper();

    KnownVersions {
        etags = Collections.unmodifiableMap(new LinkedHashMap<>(etags));
    }

    static KnownVersions of(String origin, List<StoredFile> files) {
        return new KnownVersions(
                Optional.of(origin),
                files.stream().collect(Collectors.toMap(StoredFile::path, StoredFile::etag)));
    }

    /** What is known of a folder; nothing where it never was in S3. */
    static KnownVersions read(Path folder) {
        Path file = folder.resolve(FILE);
        if (!Files.exists(file)) {
            return new KnownVersions(Optional.empty(), Map.of());
        }
        try {
            JsonNode json = MAPPER.readTree(TextFile.read(file));
            Optional<String> origin = json.path(ORIGIN).asStringOpt();
            // Earlier versions wrote the tags alone.
            JsonNode etags = origin.isPresent() ? json.path(ETAGS) : json;
            return new KnownVersions(
                    origin,
                    MAPPER.convertValue(etags, new TypeReference<Map<String, String>>() {}));
        } catch (IOException | InvalidTextException | JacksonException e) {
            throw new InvalidDataException(file + " can't be read; delete it.", e);
        }
    }

    /**
     * What is known of a folder in S3: nothing where it was another one that was fetched.
     *
     * @param folder its address
     * @param stored what is there now
     */
    KnownVersions of(String folder, Map<String, String> stored) {
        boolean isIts = origin.map(folder::equals).orElse(!stored.isEmpty());
        return isIts ? this : new KnownVersions(Optional.of(folder), Map.of());
    }

    boolean isEmpty() {
        return etags.isEmpty();
    }

    /** The entity tag that a file had, or {@link S3Store#NOTHING} where it was not in S3. */
    String etag(String path) {
        return etags.getOrDefault(path, S3Store.NOTHING);
    }

    void write(Path folder) throws IOException {
        Files.writeString(
                folder.resolve(FILE),
                MAPPER.writerWithDefaultPrettyPrinter()
                        .writeValueAsString(
                                new TreeMap<>(
                                        Map.of(
                                                ORIGIN,
                                                origin.orElse(""),
                                                ETAGS,
                                                new TreeMap<>(etags)))));
    }
}
