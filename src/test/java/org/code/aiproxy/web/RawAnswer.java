package org.code.aiproxy.web;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An HTTP answer as it came over a socket; anything else is refused.
 *
 * @param status 0 for the answer to a request without a version, which is its body alone (HTTP/0.9)
 * @param headers by their names in lower case
 */
public record RawAnswer(int status, Map<String, String> headers, String body) {

    private static final byte[] HEAD = "HTTP/".getBytes(StandardCharsets.US_ASCII);
    private static final Pattern STATUS_LINE = Pattern.compile("HTTP/1\\.1 ([1-5]\\d\\d) ?.*");
    private static final Pattern HEADER = Pattern.compile("([\\w-]+): ?(.*)");

    /** All that came over one connection. */
    public static List<RawAnswer> readAll(byte[] bytes) throws IOException {
        ByteArrayInputStream in = new ByteArrayInputStream(bytes);
        List<RawAnswer> answers = new ArrayList<>();
        while (in.available() > 0) {
            answers.add(read(in));
        }
        return answers;
    }

    /** An answer that has no body, whatever its length says: the one to {@code HEAD}. */
    public static RawAnswer headOf(byte[] bytes) throws IOException {
        ByteArrayInputStream in = new ByteArrayInputStream(bytes);
        int status = Integer.parseInt(matched(STATUS_LINE, line(in)).group(1));
        return new RawAnswer(status, headers(in), "");
    }

    public String contentType() {
        return headers.getOrDefault("content-type", "");
    }

    private static RawAnswer read(InputStream in) throws IOException {
        if (isWithoutHead(in)) {
            return new RawAnswer(
                    0, Map.of(), new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
        int status = Integer.parseInt(matched(STATUS_LINE, line(in)).group(1));
        Map<String, String> headers = headers(in);
        return new RawAnswer(
                status, headers, new String(body(headers, in), StandardCharsets.UTF_8));
    }

    private static Map<String, String> headers(InputStream in) throws IOException {
        Map<String, String> headers = new LinkedHashMap<>();
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            Matcher header = matched(HEADER, line);
            headers.put(header.group(1).toLowerCase(Locale.ROOT), header.group(2));
        }
        return headers;
    }

    private static boolean isWithoutHead(InputStream in) throws IOException {
        in.mark(HEAD.length);
        boolean isWithout = !Arrays.equals(in.readNBytes(HEAD.length), HEAD);
        in.reset();
        return isWithout;
    }

    private static byte[] body(Map<String, String> headers, InputStream in) throws IOException {
        if (headers.containsKey("transfer-encoding")) {
            return chunks(in);
        }
        String length = headers.get("content-length");
        return length == null ? in.readAllBytes() : exactly(Integer.parseInt(length), in);
    }

    private static byte[] chunks(InputStream in) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        int length;
        do {
            length = Integer.parseInt(line(in), 16);
            all.writeBytes(exactly(length, in));
            matched(Pattern.compile(""), line(in));
        } while (length > 0);
        return all.toByteArray();
    }

    private static byte[] exactly(int length, InputStream in) throws IOException {
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new AssertionError("an answer that is cut off");
        }
        return bytes;
    }

    private static String line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new AssertionError("a line that is cut off: " + line);
            }
            line.write(next);
        }
        String text = line.toString(StandardCharsets.ISO_8859_1);
        if (!text.endsWith("\r")) {
            throw new AssertionError("a line that doesn't end in CR LF: " + text);
        }
        return text.substring(0, text.length() - 1);
    }

    private static Matcher matched(Pattern pattern, String line) {
        Matcher matcher = pattern.matcher(line);
        if (!matcher.matches()) {
            throw new AssertionError("no HTTP: " + line);
        }
        return matcher;
    }
}
