package org.code.aiproxy.grading.lesson;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The files that a lesson's configuration is read from. */
sealed interface LessonFiles {

    /**
     * Opens a file.
     *
     * @param name its path below the lesson's directory
     * @throws IOException when it is missing, or can't be read
     */
    InputStream open(String name) throws IOException;

    /** Whether there is a file of that name, which may be unreadable anyway. */
    boolean has(String name);

    /** The names of the programs in the directory {@code examples}, in order. */
    List<String> examples();

    /** A directory that people make. */
    record Folder(Path path) implements LessonFiles {

        @Override
        public InputStream open(String name) throws IOException {
            try {
                return Files.newInputStream(path.resolve(name));
            } catch (InvalidPathException e) {
                throw new FileNotFoundException(name);
            }
        }

        @Override
        public boolean has(String name) {
            return Files.exists(path.resolve(name));
        }

        @Override
        public List<String> examples() {
            List<String> names = new ArrayList<>();
            try (DirectoryStream<Path> programs =
                    Files.newDirectoryStream(path.resolve("examples"), "*.js")) {
                programs.forEach(program -> names.add(String.valueOf(program.getFileName())));
            } catch (IOException | DirectoryIteratorException e) {
                // No directory, no examples.
                return List.of();
            }
            names.sort(Comparator.naturalOrder());
            return List.copyOf(names);
        }
    }

    /** A directory in the jar, which can't be listed. */
    record Shipped(String directory, List<String> examples) implements LessonFiles {

        @Override
        public boolean has(String name) {
            return LessonFiles.class.getResource(directory + name) != null;
        }

        public Shipped {
            examples = List.copyOf(examples);
        }

        @Override
        public InputStream open(String name) throws IOException {
            InputStream file = LessonFiles.class.getResourceAsStream(directory + name);
            if (file == null) {
                throw new FileNotFoundException(directory + name);
            }
            return file;
        }
    }
}
