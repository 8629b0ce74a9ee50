package org.code.aiproxy.grading.evidence.search;

/**
 * How much more is done for one text. No evidence comes near the limits, but a text made for it
 * could ask for any number of searches.
 */
public final class SearchBudget {

    private static final int MOST_SNIPPETS = 1_000;
    private static final int MOST_NEAR_SEARCHES = 100;

    private int snippets = MOST_SNIPPETS;
    private int nearSearches;

    private SearchBudget(int nearSearches) {
        this.nearSearches = nearSearches;
    }

    /** For one key concept's evidence. */
    public static SearchBudget forEvidence() {
        return new SearchBudget(MOST_NEAR_SEARCHES);
    }

    /** For code that must stand in the program as it is quoted. */
    static SearchBudget withoutNearSearch() {
        return new SearchBudget(0);
    }

    /** Whether one more snippet may be looked for. */
    public boolean allowsSnippet() {
        return snippets-- > 0;
    }

    /** Whether one more snippet that isn't there as quoted may be looked for among near misses. */
    boolean allowsNearSearch() {
        return nearSearches-- > 0;
    }
}
