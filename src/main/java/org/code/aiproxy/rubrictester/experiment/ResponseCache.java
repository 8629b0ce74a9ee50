package org.code.aiproxy.rubrictester.experiment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import org.code.aiproxy.json.ForeignJson;
import org.code.aiproxy.rubrictester.dataset.Aside;
import org.code.aiproxy.rubrictester.dataset.InvalidDataException;
import org.code.aiproxy.rubrictester.dataset.WritableFolder;
import org.code.aiproxy.textfile.FileFault;
import org.code.aiproxy.textfile.InvalidTextException;
import org.code.aiproxy.textfile.TextFile;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** What was paid for: a file for each student, in the folder {@code cached_responses}. */
public final class ResponseCache {

    /** The folder's name, beside an experiment's {@code params.json}. */
    public static final String FOLDER = "cached_responses";

    private static final JsonMapper MAPPER = ForeignJson.MAPPER;

    private final Path folder;
    private final Optional<ResponseCache> earlier;

    /**
     * @param folder need not be there yet
     */
    public ResponseCache(Path folder) {
        this(folder, Optional.empty());
    }

    /**
     * @param folder need not be there yet
     * @param earlier what is only read, where the folder has nothing of a student
     */
    public ResponseCache(Path folder, ResponseCache earlier) {
        this(folder, Optional.of(earlier));
    }

    private ResponseCache(Path folder, Optional<ResponseCache> earlier) {
        this.folder = folder;
        this.earlier = earlier;
    }

    /** Begins again; what was there is kept beside it under a hidden name, which is returned. */
    public Optional<Path> moveAside() {
        try {
            return Aside.move(folder);
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    /**
     * Refuses a folder that can't be written, where there is one.
     *
     * @throws InvalidDataException then
     */
    public void requireWritable() {
        if (Files.exists(folder)) {
            WritableFolder.require(folder);
        }
    }

    /** What is kept of a student; empty also where the file can't be read. */
    Optional<StoredResponse> find(String student) {
        Path file = file(student);
        if (!Files.exists(file)) {
            return earlier.flatMap(it -> it.find(student));
        }
        try {
            return Optional.of(new StoredResponse(MAPPER.readTree(TextFile.read(file))));
        } catch (IOException | InvalidTextException | JacksonException e) {
            return Optional.empty();
        }
    }

    /** Keeps a student's response: whatever happens, the file is the old one or the new one. */
    void save(String student, StoredResponse response) {
        try {
            Files.createDirectories(folder);
            Path incoming = Files.createTempFile(folder, ".incoming-", ".json");
            Files.writeString(incoming, response.toString());
            Files.move(incoming, file(student), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    private Path file(String student) {
        return folder.resolve(student + ".json");
    }

    private InvalidDataException unwritable(IOException fault) {
        return new InvalidDataException(
                folder + " can't be written: " + FileFault.reason(folder, fault), fault);
    }
}
