package org.code.aiproxy.provider;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.function.Consumer;
import org.code.aiproxy.model.Deadline;

/**
 * A call to each server with OpenAI's API that costs nothing, to see whether it can be reached.
 *
 * @param byServer by the server's name; throws a {@link org.code.aiproxy.model.ModelException} when
 *     it fails
 */
public record FreeCalls(SequencedMap<String, Consumer<Deadline>> byServer) {

    public FreeCalls {
        byServer = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(byServer));
    }
}
