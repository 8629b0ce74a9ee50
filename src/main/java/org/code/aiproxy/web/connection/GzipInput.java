package org.code.aiproxy.web.connection;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.apache.coyote.BadRequestException;
import org.apache.coyote.InputBuffer;
import org.apache.coyote.Request;
import org.apache.tomcat.util.http.MimeHeaders;
import org.apache.tomcat.util.net.ApplicationBufferHandler;

/**
 * A body that was sent in gzip, decoded as it comes. Below all that reads bodies, so that each
 * limit holds for what is decoded: more than that is not decoded, however little was sent.
 */
final class GzipInput implements InputBuffer {

    private static final String ENCODING = "Content-Encoding";
    private static final int PIECE = 8192;

    private final InputBuffer input;
    private Optional<GZIPInputStream> decoder = Optional.empty();

    private GzipInput(InputBuffer input) {
        this.input = input;
    }

    /**
     * What the body is to be read from: the input itself, unless it is in gzip. Then the request
     * looks as if it had been sent plain and in chunks, since its length isn't known.
     */
    static InputBuffer of(Request request, InputBuffer input) {
        MimeHeaders headers = request.getMimeHeaders();
        String encoding = Optional.ofNullable(headers.getHeader(ENCODING)).orElse("").strip();
        if (!encoding.equalsIgnoreCase("gzip") && !encoding.equalsIgnoreCase("x-gzip")) {
            return input;
        }
        headers.removeHeader(ENCODING);
        headers.removeHeader("Content-Length");
        headers.setValue("Transfer-Encoding").setString("chunked");
        request.setContentLength(-1);
        return new GzipInput(input);
    }

    @Override
    public int doRead(ApplicationBufferHandler handler) throws IOException {
        byte[] piece = new byte[PIECE];
        int count = read(piece);
        if (count > 0) {
            handler.setByteBuffer(ByteBuffer.wrap(piece, 0, count));
        }
        return count;
    }

    private int read(byte[] piece) throws IOException {
        try {
            if (decoder.isEmpty()) {
                decoder = Optional.of(new GZIPInputStream(new Sent(input), PIECE));
            }
            return decoder.get().read(piece);
        } catch (ZipException e) {
            throw new BadRequestException(e);
        }
    }

    @Override
    public int available() {
        return 0;
    }

    /** The body as it was sent. */
    private static final class Sent extends InputStream implements ApplicationBufferHandler {

        private final InputBuffer input;
        private ByteBuffer buffer = ByteBuffer.allocate(0);

        Sent(InputBuffer input) {
            this.input = input;
        }

        @Override
        public int read() throws IOException {
            return fill() ? buffer.get() & 0xff : -1;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            if (!fill()) {
                return -1;
            }
            int count = Math.min(length, buffer.remaining());
            buffer.get(bytes, offset, count);
            return count;
        }

        private boolean fill() throws IOException {
            return buffer.hasRemaining() || input.doRead(this) > 0;
        }

        @Override
        public void setByteBuffer(ByteBuffer next) {
            buffer = next;
        }

        @Override
        public ByteBuffer getByteBuffer() {
            return buffer;
        }

        @Override
        public void expand(int size) {
            // The input brings buffers of its own.
        }
    }
}
