package org.code.aiproxy.network;

import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.code.aiproxy.configuration.InvalidSettingException;

/**
 * An HTTP proxy.
 *
 * @param host its host
 * @param port its port
 * @param login who we are to it, if it wants to know
 */
public record ProxyServer(String host, int port, Optional<Login> login) {

    private static final int DEFAULT_PORT = 80;

    /**
     * A user of a proxy.
     *
     * @param user the name
     * @param password the password
     */
    public record Login(String user, String password) {

        /** Leaves the password out. */
        @Override
        public String toString() {
            return "Login[user=%s]".formatted(user);
        }
    }

    /**
     * Reads an address such as {@code http://user:password@proxy:3128}, or {@code proxy:3128}.
     *
     * @param setting what the address stands in, for messages, which don't repeat it
     * @throws InvalidSettingException when it isn't one
     */
    static ProxyServer parse(String setting, String address) {
        try {
            URI uri = URI.create(address.contains("://") ? address : "http://" + address);
            if (!"http".equalsIgnoreCase(uri.getScheme()) || uri.getHost() == null) {
                throw invalid(setting);
            }
            return new ProxyServer(
                    uri.getHost(),
                    uri.getPort() < 0 ? DEFAULT_PORT : uri.getPort(),
                    Optional.ofNullable(uri.getRawUserInfo()).map(ProxyServer::login));
        } catch (IllegalArgumentException e) {
            throw invalid(setting);
        }
    }

    private static Login login(String userInfo) {
        String[] parts = userInfo.split(":", 2);
        return new Login(decoded(parts[0]), parts.length > 1 ? decoded(parts[1]) : "");
    }

    /** A plus sign stands for itself here, not for a blank. */
    private static String decoded(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    private static InvalidSettingException invalid(String setting) {
        return new InvalidSettingException(
                setting,
                "must be the address of an HTTP proxy, such as http://user:password@proxy:3128; characters like @ in a password are written as %40.");
    }

    /** The same for Java's own classes. */
    public Proxy proxy() {
        return new Proxy(Proxy.Type.HTTP, InetSocketAddress.createUnresolved(host, port));
    }

    /** Its address, without user and password. */
    public URI uri() {
        return URI.create("http://%s:%d".formatted(host, port));
    }
}
