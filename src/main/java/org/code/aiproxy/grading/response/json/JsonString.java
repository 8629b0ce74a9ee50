package org.code.aiproxy.grading.response.json;

import java.util.HexFormat;

/** Reads strings of JSON, whatever their quotes and escapes. */
final class JsonString {

    private static final int HEX_DIGITS = 4;

    private final JsonScanner text;
    private final boolean innerQuotes;
    private boolean exact = true;
    private boolean ranOut;
    private int lastStart;
    private int end;

    /** Where a string stands, which says what may follow it. */
    enum Place {
        KEY,
        /** A field's value. */
        FIELD,
        /** The same in an object that stands by itself, behind which anything may stand. */
        FIELD_OF_ALL,
        /** A value in an array. */
        ELEMENT
    }

    /**
     * @param innerQuotes whether a quotation mark that nothing of JSON follows belongs to its
     *     string
     */
    JsonString(JsonScanner text, boolean innerQuotes) {
        this.text = text;
        this.innerQuotes = innerQuotes;
    }

    boolean areExact() {
        return exact;
    }

    /** Where the latest one began. */
    int lastStart() {
        return lastStart;
    }

    /** Behind the latest one. */
    int end() {
        return end;
    }

    /** Reads the one that begins there. */
    String read(int start, Place place) throws BrokenJsonException {
        lastStart = start;
        char opener = text.at(start);
        exact &= opener == '"';
        StringBuilder string = new StringBuilder();
        int index = start + 1;
        while (index < text.length()) {
            text.step();
            char c = text.at(index);
            if (c == '\\') {
                index = escape(index, string);
            } else if (JsonScanner.closes(opener, c) && ends(index + 1, place)) {
                end = index + 1;
                return string.toString();
            } else {
                exact &= !JsonScanner.closes(opener, c);
                string.append(c);
                index++;
            }
        }
        ranOut = true;
        throw new BrokenJsonException();
    }

    /** Whether the text ended before one did. */
    boolean ranOut() {
        return ranOut;
    }

    /** Appends what an escape stands for, and tells where it ends. */
    private int escape(int backslash, StringBuilder string) {
        char c = text.at(backslash + 1);
        switch (c) {
            case 'n' -> string.append('\n');
            case 't' -> string.append('\t');
            case 'r' -> string.append('\r');
            case 'b' -> string.append('\b');
            case 'f' -> string.append('\f');
            case '"', '\\', '/' -> string.append(c);
            case 'u' -> {
                return unicode(backslash, string);
            }
            default -> {
                exact = false;
                boolean isMark = JsonScanner.isQuote(c) || c == '`';
                string.append(isMark ? "" : "\\").append(c);
            }
        }
        return backslash + 2;
    }

    private int unicode(int backslash, StringBuilder string) {
        int from = backslash + 2;
        int to = from + HEX_DIGITS;
        if (to <= text.length() && text.between(from, to).chars().allMatch(HexFormat::isHexDigit)) {
            string.append((char) HexFormat.fromHexDigits(text.between(from, to)));
            return to;
        }
        exact = false;
        string.append("\\u");
        return from;
    }

    private boolean ends(int after, Place place) throws BrokenJsonException {
        if (!innerQuotes) {
            return true;
        }
        int next = text.skip(after);
        char c = text.at(next);
        if (next >= text.length()) {
            return true;
        }
        return switch (place) {
            case KEY -> c == ':';
            case ELEMENT -> c == ',' || c == ']';
            case FIELD, FIELD_OF_ALL ->
                    (c == '}' && endsObject(next + 1, place))
                            || (c == ',' && isField(text.skip(next + 1)))
                            || (next > after && JsonScanner.isQuote(c) && text.isKey(next));
        };
    }

    private boolean isField(int index) throws BrokenJsonException {
        return text.at(index) == '}' || text.isKey(index);
    }

    private boolean endsObject(int index, Place place) throws BrokenJsonException {
        int next = text.skip(index);
        return place == Place.FIELD_OF_ALL
                || next >= text.length()
                || ",]}{".indexOf(text.at(next)) >= 0;
    }
}
