package org.code.aiproxy.rubrictester.dataset;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.code.aiproxy.rubrictester.dataset.S3Store.StoredFile;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Which versions of a folder's files were in S3 when they were last the same here, in a hidden file
 * of the folder. Whoever uploads learns from it whether somebody else has changed one since.
 *
 * @param etags the entity tag of each file, by its path in the folder
 */
record KnownVersions(Map<String, String> etags) {

    static final String FILE = ".s3-versions.json";

    private static final JsonMapper MAPPER = new JsonMapper();

    KnownVersions {
        etags = Map.copyOf(etags);
    }

    static KnownVersions of(List<StoredFile> files) {
        return new KnownVersions(
                files.stream().collect(Collectors.toMap(StoredFile::path, StoredFile::etag)));
    }

    /** What is known of a folder; nothing where it never was in S3. */
    static KnownVersions read(Path folder) {
        Path file = folder.resolve(FILE);
        if (!Files.exists(file)) {
            return new KnownVersions(Map.of());
        }
        try {
            return new KnownVersions(
                    MAPPER.readValue(
                            Files.readString(file), new TypeReference<Map<String, String>>() {}));
        } catch (IOException | JacksonException e) {
            throw new InvalidDataException(file + " can't be read; delete it.", e);
        }
    }

    /** The entity tag that a file had, or {@link S3Store#NOTHING} where it was not in S3. */
    String etag(String path) {
        return etags.getOrDefault(path, S3Store.NOTHING);
    }

    void write(Path folder) throws IOException {
        Files.writeString(
                folder.resolve(FILE),
                MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(new TreeMap<>(etags)));
    }
}
