package org.code.aiproxy.samples;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A lesson of the sample's dataset.
 *
 * @param rows the rows of {@code actual_labels.csv}
 */
record SampleLesson(String id, List<NamedCsvRecord> rows) {

    private static final Path SAMPLES = Path.of("samples");
    private static final Path DATASET = SAMPLES.resolve("datasets/sample-2026");

    SampleLesson {
        rows = List.copyOf(rows);
    }

    static Stream<SampleLesson> all() {
        return names(DATASET).stream().map(SampleLesson::read);
    }

    private static SampleLesson read(String id) {
        Path labels = DATASET.resolve(id).resolve("actual_labels.csv");
        try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(labels)) {
            return new SampleLesson(id, csv.stream().toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The columns of the labels, the first being the students' names. */
    List<String> columns() {
        return rows.getFirst().getHeader();
    }

    List<String> keyConcepts() {
        return columns().subList(1, columns().size());
    }

    List<String> students() {
        return rows.stream().map(row -> row.getField("student")).toList();
    }

    /** The names of the programs without their ending, in order. */
    List<String> programs() {
        return names(DATASET.resolve(id)).stream()
                .filter(name -> name.endsWith(".js"))
                .map(name -> name.replaceFirst("[.]js$", ""))
                .toList();
    }

    String code(String student) {
        try {
            return Files.readString(DATASET.resolve(id).resolve(student + ".js"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path experiment(String name) {
        return SAMPLES.resolve("experiments").resolve(name).resolve(id);
    }

    @Override
    public String toString() {
        return id;
    }

    private static List<String> names(Path directory) {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> String.valueOf(file.getFileName())).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
