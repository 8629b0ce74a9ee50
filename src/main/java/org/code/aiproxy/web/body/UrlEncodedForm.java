package org.code.aiproxy.web.body;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.code.aiproxy.grading.spec.InvalidFieldException;

/**
 * The fields of a form or a query (<a
 * href="https://url.spec.whatwg.org/#urlencoded-parsing">application/x-www-form-urlencoded</a>).
 * Tomcat would keep the body, and three copies of each field's place in it, until the request is
 * answered; here nothing is left but the fields.
 */
final class UrlEncodedForm {

    /** Values, of all fields together. Callers send every key of a lesson's params.json. */
    private static final int MOST_VALUES = 200;

    private final String what;
    private final byte[] bytes;
    private final CharsetDecoder decoder;
    private final Map<String, List<String>> fields = new LinkedHashMap<>();

    private UrlEncodedForm(String what, byte[] bytes, Charset charset) {
        this.what = what;
        this.bytes = bytes;
        this.decoder = charset.newDecoder();
    }

    /**
     * Decodes a form in place.
     *
     * @param what what it is called in errors
     * @param bytes the form, which is overwritten
     * @return the values of each field, in the order in which they stand
     * @throws InvalidFieldException when it has too many values, or can't be decoded
     */
    static Map<String, List<String>> decode(String what, byte[] bytes, Charset charset) {
        return new UrlEncodedForm(what, bytes, charset).fields();
    }

    private Map<String, List<String>> fields() {
        int values = 0;
        int start = 0;
        for (int i = 0; i <= bytes.length; i++) {
            if (i < bytes.length && bytes[i] != '&') {
                continue;
            }
            if (i > start) {
                values++;
                if (values > MOST_VALUES) {
                    throw fault("must have at most %d values.".formatted(MOST_VALUES));
                }
                add(start, i);
            }
            start = i + 1;
        }
        return fields;
    }

    private void add(int start, int end) {
        int equals = start;
        while (equals < end && bytes[equals] != '=') {
            equals++;
        }
        String name = text(start, equals);
        if (name.isEmpty()) {
            throw fault("has a value without a name.");
        }
        fields.computeIfAbsent(name, _ -> new ArrayList<>(1))
                .add(text(Math.min(equals + 1, end), end));
    }

    private String text(int start, int end) {
        int length = 0;
        for (int i = start; i < end; i++) {
            byte next = bytes[i];
            if (next == '%') {
                next = escaped(i, end);
                i += 2;
            } else if (next == '+') {
                next = ' ';
            }
            bytes[start + length++] = next;
        }
        try {
            return decoder.decode(ByteBuffer.wrap(bytes, start, length)).toString();
        } catch (CharacterCodingException e) {
            throw fault("isn't valid %s.".formatted(decoder.charset()));
        }
    }

    private byte escaped(int percent, int end) {
        int high = percent + 2 < end ? Character.digit(bytes[percent + 1], 16) : -1;
        int low = percent + 2 < end ? Character.digit(bytes[percent + 2], 16) : -1;
        if (high < 0 || low < 0) {
            throw fault("has a % that isn't followed by two hexadecimal digits.");
        }
        return (byte) (high << 4 | low);
    }

    private InvalidFieldException fault(String problem) {
        return new InvalidFieldException(what, problem);
    }
}
