package org.code.aiproxy;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import org.code.aiproxy.player.wire.Call;
import org.code.aiproxy.player.wire.ProviderServer;
import org.code.aiproxy.player.wire.ProviderServer.Connections;
import org.code.aiproxy.player.wire.Script;

/**
 * A provider on a free port that does what a test says, and remembers its calls. Each connection
 * serves one.
 */
public final class ScriptedProvider implements AutoCloseable {

    private final ProviderServer server;
    private final List<Call> calls = new CopyOnWriteArrayList<>();
    private final AtomicReference<Script> script = new AtomicReference<>(_ -> {});

    public ScriptedProvider() {
        try {
            server = new ProviderServer(0, Connections.ONE_CALL, this::play);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    public ScriptedProvider(Script script) {
        this();
        plays(script);
    }

    private void play(Call call) throws Exception {
        calls.add(call);
        script.get().play(call);
    }

    public URI url() {
        return server.url();
    }

    /** Does this for each call from now on, and forgets earlier calls. */
    public void plays(Script next) {
        calls.clear();
        script.set(next);
    }

    public List<Call> calls() {
        return calls;
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
