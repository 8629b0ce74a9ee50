package org.code.aiproxy.rubrictester.report.file;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import org.code.aiproxy.rubrictester.dataset.InvalidDataException;
import org.code.aiproxy.textfile.FileFault;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Writes the files of a report. */
public final class Output {

    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private Output() {}

    /** Says what a file holds. */
    public interface Content {
        /** Writes it. */
        void writeTo(Writer writer) throws IOException;
    }

    /** Whatever happens, the file is the old one or the new one. */
    public static void write(Path file, Content content) {
        Path incoming = file.resolveSibling(".incoming-" + file.getFileName());
        try {
            Files.createDirectories(
                    Optional.ofNullable(file.toAbsolutePath().getParent()).orElseThrow());
            try (Writer writer = Files.newBufferedWriter(incoming)) {
                content.writeTo(writer);
            }
            Files.move(incoming, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new InvalidDataException(
                    file + " can't be written: " + FileFault.reason(file, e), e);
        }
    }

    static void writeJson(Path file, Object value) {
        write(file, writer -> writer.write(MAPPER.writeValueAsString(value) + "\n"));
    }
}
