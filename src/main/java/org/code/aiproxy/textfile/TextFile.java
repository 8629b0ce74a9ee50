package org.code.aiproxy.textfile;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A text file as people save it: in UTF-8, UTF-16 or UTF-32, with or without a byte order mark. In
 * any other encoding it is refused; a guess would damage it without a word.
 */
public final class TextFile {

    private static final String FIX =
            "Save it as UTF-8 (in Excel as \"CSV UTF-8\", in Notepad with the encoding UTF-8).";

    private static final int MOST_BYTES = 16 * 1024 * 1024;

    private final String name;
    private final byte[] bytes;

    /**
     * @param name what messages call the file
     * @param bytes all of it
     */
    public TextFile(String name, byte[] bytes) {
        this.name = name;
        this.bytes = bytes.clone();
    }

    /**
     * A file on disk.
     *
     * @throws IOException when it is missing or can't be read
     * @throws InvalidTextException when it is longer than any text that people write
     */
    public static TextFile of(Path file) throws IOException {
        try (InputStream bytes = Files.newInputStream(file)) {
            return of(file.toString(), bytes);
        }
    }

    /**
     * A file that is being read.
     *
     * @param name what messages call it
     * @throws IOException when it can't be read
     * @throws InvalidTextException when it is longer than any text that people write; devices never
     *     end
     */
    public static TextFile of(String name, InputStream bytes) throws IOException {
        byte[] read = bytes.readNBytes(MOST_BYTES + 1);
        if (read.length > MOST_BYTES) {
            throw new InvalidTextException(
                    "%s: longer than %d MB, which is the limit of a text file."
                            .formatted(name, MOST_BYTES >> 20));
        }
        return new TextFile(name, read);
    }

    /**
     * The text of a file on disk.
     *
     * @throws IOException when it is missing or can't be read
     * @throws InvalidTextException when it is not a text whose encoding is certain
     */
    public static String read(Path file) throws IOException {
        return of(file).text();
    }

    /** What messages call the file. */
    public String name() {
        return name;
    }

    /**
     * Its text, without a byte order mark.
     *
     * @throws InvalidTextException when it is not a text whose encoding is certain; the message
     *     names file and line
     */
    public String text() {
        Encoding encoding = Encoding.of(bytes);
        CharsetDecoder decoder =
                encoding.charset()
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer input =
                ByteBuffer.wrap(bytes, encoding.markLength(), bytes.length - encoding.markLength());
        CharBuffer output = CharBuffer.allocate(bytes.length + 1);
        CoderResult result = decoder.decode(input, output, true);
        if (!result.isUnderflow()) {
            throw undecodable(encoding, input, lines(output.flip()));
        }
        String text = output.flip().toString();
        int zero = text.indexOf('\0');
        if (zero >= 0) {
            throw new InvalidTextException(
                    "%s, line %d: not a text file; it has the character U+0000. %s"
                            .formatted(name, lines(text.substring(0, zero)), FIX));
        }
        return text;
    }

    private InvalidTextException undecodable(Encoding encoding, ByteBuffer input, int line) {
        return new InvalidTextException(
                encoding == Encoding.UTF_8 || encoding == Encoding.UTF_8_WITH_MARK
                        ? "%s, line %d: not UTF-8 (byte 0x%02X). %s"
                                .formatted(name, line, input.get(input.position()), FIX)
                        : "%s, line %d: not UTF-8, and not valid %s as its beginning says. %s"
                                .formatted(name, line, encoding.charset().name(), FIX));
    }

    /** The number of the line on which a text ends. */
    private static int lines(CharSequence text) {
        return text.toString().split("\\R", -1).length;
    }
}
