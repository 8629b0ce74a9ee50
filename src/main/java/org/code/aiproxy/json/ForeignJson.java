package org.code.aiproxy.json;

import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.json.JsonMapper;

/** Reads JSON of callers, providers and students, whatever they put into it. */
public final class ForeignJson {

    /**
     * Far over what anyone means, and little enough that what is read stays in proportion to its
     * text: the time for a number is not linear in its digits, a level takes stack wherever a tree
     * is walked, and each token takes heap, however short it is.
     */
    public static final StreamReadConstraints LIMITS =
            StreamReadConstraints.builder()
                    .maxNestingDepth(200)
                    .maxNumberLength(1_000)
                    .maxNameLength(10_000)
                    .maxStringLength(100_000_000)
                    .maxTokenCount(200_000)
                    .build();

    /** The plain reader. */
    public static final JsonMapper MAPPER = builder().build();

    private ForeignJson() {}

    /** For readers with settings of their own. */
    public static JsonMapper.Builder builder() {
        return JsonMapper.builder(JsonFactory.builder().streamReadConstraints(LIMITS).build());
    }
}
