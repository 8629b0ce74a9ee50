package org.code.aiproxy.server;

import jakarta.servlet.ServletException;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;

/** Lets what handles a request look at the connection that it came over. */
final class ConnectionValve extends ValveBase {

    ConnectionValve() {
        super(true);
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        request.setAttribute(
                ClientConnection.ATTRIBUTE, new ClientConnection(request.getCoyoteRequest()));
        getNext().invoke(request, response);
    }
}
