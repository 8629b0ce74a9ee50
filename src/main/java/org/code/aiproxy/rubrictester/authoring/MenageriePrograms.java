package org.code.aiproxy.rubrictester.authoring;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.ProviderNotFoundException;
import java.util.Comparator;
import java.util.List;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.code.aiproxy.rubrictester.dataset.InvalidDataException;

/** Reads the programs of the Menagerie set: {@code programs.zip} with ASSIGNMENT/FILE.java. */
final class MenageriePrograms {

    static final String FILE = "programs.zip";

    /** Far more than the largest program of the set has, in bytes. */
    private static final long MOST_BYTES = 4 * 1024 * 1024;

    private MenageriePrograms() {}

    /**
     * Each assignment's files as one text, by the assignment's number.
     *
     * @throws InvalidDataException when the archive can't be read
     */
    static SequencedMap<String, String> read(Path file) {
        try (FileSystem archive = FileSystems.newFileSystem(file)) {
            SequencedMap<String, String> programs = new TreeMap<>();
            for (Path folder : children(archive.getPath("/"))) {
                List<Path> sources =
                        children(folder).stream().filter(MenageriePrograms::isJava).toList();
                if (!sources.isEmpty()) {
                    programs.put(name(folder), joined(sources));
                }
            }
            return programs;
        } catch (IOException | ProviderNotFoundException e) {
            throw new InvalidDataException(
                    "%s is missing, or can't be read: %s".formatted(file, e.getMessage()), e);
        }
    }

    private static List<Path> children(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> children = Files.list(folder)) {
            return children.sorted(Comparator.comparing(MenageriePrograms::name)).toList();
        }
    }

    private static boolean isJava(Path file) {
        return Files.isRegularFile(file) && name(file).endsWith(".java");
    }

    private static String joined(List<Path> sources) throws IOException {
        StringBuilder program = new StringBuilder();
        long bytes = 0;
        for (Path source : sources) {
            bytes += Files.size(source);
            if (bytes > MOST_BYTES) {
                throw new IOException("%s is longer than a program".formatted(source));
            }
            program.append("// ---- %s ----\n".formatted(name(source)))
                    .append(text(source).strip())
                    .append("\n\n");
        }
        return program.toString();
    }

    /**
     * A few files hold bytes that aren't UTF-8; what stands for them is a mark, as in a browser.
     */
    private static String text(Path source) throws IOException {
        return new String(Files.readAllBytes(source), StandardCharsets.UTF_8)
                .replace("\uFEFF", "")
                .replace("\r\n", "\n")
                .replace("\0", "");
    }

    private static String name(Path path) {
        return String.valueOf(path.getFileName()).replace("/", "");
    }
}
