package org.code.aiproxy.model.routing;

import java.util.List;
import java.util.regex.Pattern;
import org.code.aiproxy.model.ModelException;

/** Reads the names of models that requests and settings list. */
public final class ModelNames {

    private static final int MOST = 5;

    /** Names are logged; longer ones than any provider's, or with line ends, could hide lines. */
    private static final Pattern NAME = Pattern.compile("[^\\s\\p{C}\\p{Z}]{1,256}");

    private static final Pattern COMMA = Pattern.compile("\\s*,\\s*");

    private ModelNames() {}

    /**
     * The models that a request names, in the order in which they are to be asked.
     *
     * @throws ModelException.Unsupported when it names none, or too many, or what is no name
     */
    public static List<String> parse(String models) {
        List<String> names =
                COMMA.splitAsStream(models.strip()).filter(name -> !name.isEmpty()).toList();
        if (names.isEmpty() || names.size() > MOST) {
            throw new ModelException.Unsupported(
                    "model", "must be one name, or up to %d separated by commas.".formatted(MOST));
        }
        if (!names.stream().allMatch(NAME.asMatchPredicate())) {
            throw new ModelException.Unsupported(
                    "model",
                    "must be a name of up to 256 characters, without spaces or control characters.");
        }
        return names;
    }
}
