package org.code.aiproxy.grading.evidence.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Finds the places of a program that a snippet misquotes by a little: a word misspelt, a bracket
 * left out. What would be a different statement is not near: names of the program, numbers and
 * operators must be as they are.
 *
 * <p>This is Sellers' search for the substring at the least edit distance, over tokens, with
 * Ukkonen's cut-off: only those rows are computed that can stay within the bound (<a
 * href="https://doi.org/10.1016/0196-6774(80)90016-4">Sellers 1980</a>, <a
 * href="https://doi.org/10.1016/0196-6774(85)90023-9">Ukkonen 1985</a>).
 */
final class NearSearch {

    /** One typo in so many characters is one; more are another text. */
    private static final int CHARACTERS_FOR_A_TYPO = 10;

    private static final int MOST_TYPOS = 8;

    /** Bounds the time for a snippet, to some milliseconds. */
    private static final int MOST_CELLS = 2_000_000;

    private final CodeTokens program;

    NearSearch(CodeTokens program) {
        this.program = program;
    }

    /** The places at the least distance within the bound; none if there are none. */
    List<Match> find(Snippet snippet) {
        int most = Math.min(MOST_TYPOS, snippet.length() / CHARACTERS_FOR_A_TYPO);
        long cells = (long) snippet.tokens().size() * program.size();
        if (most == 0 || cells > MOST_CELLS || unknown(snippet) > most) {
            return List.of();
        }
        return new Column(costs(snippet), most).matches();
    }

    private long unknown(Snippet snippet) {
        return Arrays.stream(snippet.idsIn(program)).filter(id -> id < 0).count();
    }

    private List<TokenCost> costs(Snippet snippet) {
        return snippet.tokens().stream().map(token -> new TokenCost(token, program)).toList();
    }

    /** The column of the table that belongs to one token of the program, and the next ones. */
    private final class Column {

        private final List<TokenCost> snippet;
        private final int most;

        /** By row, the least cost of that much of the snippet ending here. */
        private final int[] cost;

        /** By row, the index of the token where that match begins. */
        private final int[] from;

        /** The last row that is within the bound; those after it are all {@link Typo#NONE}. */
        private int active;

        private int least;
        private final List<Match> matches = new ArrayList<>();

        Column(List<TokenCost> snippet, int most) {
            this.snippet = snippet;
            this.most = most;
            this.least = most;
            this.cost = new int[snippet.size() + 1];
            this.from = new int[snippet.size() + 1];
            Arrays.fill(cost, Typo.NONE);
            cost[0] = 0;
        }

        List<Match> matches() {
            for (int at = 0; at < program.size(); at++) {
                moveTo(at);
                if (active == snippet.size() && from[active] <= at) {
                    add(new Match(from[active], at), cost[active]);
                }
            }
            return matches;
        }

        private void moveTo(int at) {
            int id = program.id(at);
            int extra = TokenCost.leavingOut(program.token(at));
            int before = 0;
            int beforeFrom = at;
            int reached = 0;
            from[0] = at + 1;
            for (int row = 1; row < cost.length; row++) {
                if (row > active + 1 && cost[row - 1] >= most) {
                    break;
                }
                TokenCost token = snippet.get(row - 1);
                int here = cost[row];
                int hereFrom = from[row];
                set(row, before + token.readAs(id), beforeFrom);
                lower(row, here + extra, hereFrom);
                lower(row, cost[row - 1] + token.leftOut(), from[row - 1]);
                before = here;
                beforeFrom = hereFrom;
                reached = cost[row] <= most ? row : reached;
            }
            active = reached;
        }

        private void set(int row, int value, int start) {
            cost[row] = value <= most ? value : Typo.NONE;
            from[row] = start;
        }

        private void lower(int row, int value, int start) {
            if (value < cost[row]) {
                set(row, value, start);
            }
        }

        private void add(Match match, int distance) {
            if (distance < least) {
                matches.clear();
                least = distance;
            }
            if (distance == least) {
                matches.add(match);
            }
        }
    }
}
