package org.code.aiproxy.grading.evidence.search;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.code.aiproxy.grading.program.Program;

/**
 * Finds the snippets that models quote in a student's program.
 *
 * <p>White space, quotes and semicolons don't matter, nor do comments. What is cut off, as in
 * {@code if (x) { ... }}, is found by its beginning. What is not found so may be a near miss, see
 * {@link NearSearch}. Code that is commented out is not found.
 */
public final class SnippetFinder {

    /** Of four dots the first belongs to the code, as in {@code fish....}. */
    private static final Pattern ELLIPSIS = Pattern.compile("[.]{5,}+|[.]{2,3}(?![.])|…");

    private static final Pattern ELIDED_BLOCK = Pattern.compile("\\{\\s*+(?:[.]++|…)\\s*+\\}");

    /** So many characters of a snippet that ends in the middle of a word aren't a coincidence. */
    private static final int LENGTH_THAT_TELLS = 12;

    private final CodeTokens code;
    private final CodeTokens codeWithComments;
    private final SourceText source;
    private final ExactSearch exact;
    private final ExactSearch exactWithComments;
    private final NearSearch near;

    public SnippetFinder(Program program) {
        this.code = new CodeTokens(program.withoutComments().lines());
        this.codeWithComments = new CodeTokens(program.lines());
        this.source = new SourceText(code);
        this.exact = new ExactSearch(code);
        this.exactWithComments = new ExactSearch(codeWithComments);
        this.near = new NearSearch(code);
    }

    /** How many lines the program has. */
    public int lines() {
        return codeWithComments.lines();
    }

    /**
     * Where the program has a snippet; of several places the one nearest to the lines stated.
     *
     * @param snippet the code as a model quotes it
     * @param stated where the model says that it is
     * @param effort what may still be done for the text that it is from
     */
    public Optional<Found> find(String snippet, StatedLines stated, SearchBudget effort) {
        Snippet whole = Snippet.of(snippet, false);
        if (whole.isEmpty()) {
            return Optional.empty();
        }
        return nearest(code, exact.find(whole), stated)
                .map(match -> source.at(match, Quotation.WHOLE))
                .or(() -> withItsComments(snippet, whole, stated))
                .or(() -> first(snippet, exact::find, stated))
                .or(() ->
                        effort.allowsNearSearch()
                                ? first(snippet, near::find, stated)
                                : Optional.empty());
    }

    /**
     * The lines of a snippet that stands in the program as it is quoted, or begins so.
     *
     * @param stated where it is said to be
     */
    public Optional<LineRange> findAsQuoted(String snippet, StatedLines stated) {
        return find(snippet, stated, SearchBudget.withoutNearSearch()).map(Found::lines);
    }

    /** A quoted comment shows where the code beside it is. */
    private Optional<Found> withItsComments(String snippet, Snippet whole, StatedLines stated) {
        if (!snippet.contains("//") && !snippet.contains("/*")) {
            return Optional.empty();
        }
        return nearest(codeWithComments, exactWithComments.find(whole), stated)
                .map(match -> source.onLines(match.lines(codeWithComments)));
    }

    private Optional<Found> first(
            String snippet, Function<Snippet, List<Match>> search, StatedLines stated) {
        return forms(snippet).stream()
                .flatMap(form ->
                        nearest(code, search.apply(form), stated)
                                .map(match -> source.at(match, quotation(snippet, form)))
                                .stream())
                .findFirst();
    }

    /** The snippet as it may stand in the program when it doesn't stand there as it is. */
    private static List<Snippet> forms(String snippet) {
        List<String> pieces =
                ELLIPSIS.splitAsStream(snippet)
                        .map(piece -> new Program(piece).withoutComments().code())
                        .dropWhile(piece -> Snippet.of(piece, false).isEmpty())
                        .toList();
        if (pieces.isEmpty()) {
            return List.of();
        }
        boolean cutOff = pieces.size() > 1 || ELLIPSIS.matcher(snippet).find();
        Snippet piece = Snippet.of(pieces.getFirst(), cutOff || snippet.contains("//"));
        boolean tells = piece.length() >= LENGTH_THAT_TELLS;
        return Stream.of(piece, new Snippet(piece.tokens(), piece.cutOff() || tells))
                .distinct()
                .toList();
    }

    private static Quotation quotation(String snippet, Snippet form) {
        if (!form.cutOff()) {
            return Quotation.WHOLE;
        }
        return ELIDED_BLOCK.matcher(snippet).find() ? Quotation.ELIDED_BLOCK : Quotation.CUT_OFF;
    }

    private static Optional<Match> nearest(CodeTokens in, List<Match> matches, StatedLines stated) {
        Optional<Match> nearest = Optional.empty();
        long least = Long.MAX_VALUE;
        for (Match match : matches) {
            long distance = stated.distanceTo(in.line(match.from()));
            if (distance < least) {
                least = distance;
                nearest = Optional.of(match);
            }
        }
        return nearest;
    }
}
