package org.code.aiproxy.recompile;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What was compiled last, and what has changed since for those who use it.
 *
 * @param folder where it is kept
 * @param name whose it is
 */
record Memory(Path folder, String name) {

    private static final String UNKNOWN = "?";

    /** Fingerprints by what they are of; empty where nothing is known. */
    Map<String, String> fingerprints() throws IOException {
        Map<String, String> all = new TreeMap<>();
        for (String line : lines(fingerprintsFile())) {
            int space = line.indexOf(' ');
            all.put(line.substring(space + 1), line.substring(0, space));
        }
        return all;
    }

    /** Until {@link #keep} is called, everything has to be compiled. */
    void forget() throws IOException {
        Files.deleteIfExists(fingerprintsFile());
    }

    /** Remembers these; all that was to be heeded was. */
    void keep(Map<String, String> fingerprints) throws IOException {
        List<String> lines = new ArrayList<>();
        fingerprints.forEach((of, fingerprint) -> lines.add(fingerprint + " " + of));
        Files.write(fingerprintsFile(), lines);
        Files.deleteIfExists(changeFile());
    }

    /** What is to be heeded, from all runs since the last that succeeded. */
    Change change() throws IOException {
        Set<String> types = new HashSet<>(lines(changeFile()));
        return new Change(types.remove(UNKNOWN), types);
    }

    void heed(Change change) throws IOException {
        Change all = change().and(change);
        Set<String> lines = new HashSet<>(all.types());
        if (all.isUnknown()) {
            lines.add(UNKNOWN);
        }
        Files.write(changeFile(), lines);
    }

    private Path fingerprintsFile() {
        return folder.resolve(name + ".compiled");
    }

    private Path changeFile() {
        return folder.resolve(name + ".changed");
    }

    private static List<String> lines(Path file) throws IOException {
        return Files.exists(file) ? Files.readAllLines(file) : List.of();
    }
}
