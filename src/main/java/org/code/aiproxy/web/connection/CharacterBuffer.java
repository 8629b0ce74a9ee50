package org.code.aiproxy.web.connection;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.CharBuffer;
import org.apache.catalina.connector.InputBuffer;
import org.apache.catalina.connector.Request;

/**
 * The buffer through which Tomcat reads a request's body as characters. Bodies are read as bytes
 * here, but Tomcat keeps one of 16 kB for each request in flight, and has no setting for its size.
 */
final class CharacterBuffer {

    private static final int CHARACTERS = 64;

    private static final VarHandle OF_REQUEST;
    private static final VarHandle CHARACTERS_OF_BUFFER;

    static {
        try {
            MethodHandles.Lookup lookup = MethodHandles.lookup();
            OF_REQUEST =
                    MethodHandles.privateLookupIn(Request.class, lookup)
                            .findVarHandle(Request.class, "inputBuffer", InputBuffer.class);
            CHARACTERS_OF_BUFFER =
                    MethodHandles.privateLookupIn(InputBuffer.class, lookup)
                            .findVarHandle(InputBuffer.class, "cb", CharBuffer.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private CharacterBuffer() {}

    /** Replaces it by a small one, of which nothing has been read yet. */
    static void shrink(Request request) {
        InputBuffer input = (InputBuffer) OF_REQUEST.get(request);
        CharBuffer characters = (CharBuffer) CHARACTERS_OF_BUFFER.get(input);
        if (characters.capacity() > CHARACTERS) {
            CHARACTERS_OF_BUFFER.set(input, CharBuffer.allocate(CHARACTERS).limit(0));
        }
    }
}
