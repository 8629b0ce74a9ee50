package org.code.aiproxy.rubrictester.dataset;

import java.util.regex.Pattern;
import org.code.aiproxy.textfile.Shown;

/**
 * A lesson's folder in a dataset, an experiment or a release, locally as in S3.
 *
 * @param kind which of the three
 * @param name the dataset's, experiment's or release's name
 * @param lesson the lesson's id, such as {@code csd3-2023-L11}
 */
public record Folder(Kind kind, String name, String lesson) {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.+-]*");

    /** What lies at the top. */
    public enum Kind {
        DATASET("datasets"),
        EXPERIMENT("experiments"),
        RELEASE("releases");

        private final String folder;

        Kind(String folder) {
            this.folder = folder;
        }

        /** The name of the folder that holds all of them. */
        public String folder() {
            return folder;
        }

        /** Where one of them lies, below the top. */
        public String path(String name) {
            return folder + "/" + requireName(name);
        }
    }

    public Folder {
        requireName(name);
        requireName(lesson);
    }

    /** Where it lies, below the top. */
    public String path() {
        return kind.path(name) + "/" + lesson;
    }

    /** Names become paths, so they hold nothing that has a meaning in one. */
    private static String requireName(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new InvalidDataException(
                    "`%s` is an invalid name for a dataset, experiment, release or lesson: use letters, digits and _ . + - only."
                            .formatted(new Shown(name)));
        }
        return name;
    }
}
