package org.code.aiproxy.web.access;

import java.net.InetAddress;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.code.aiproxy.configuration.InvalidSettingException;

/**
 * The names that a service without a key answers to: this machine's own, and those of a setting. A
 * page whose name an attacker's DNS points at this machine comes with its own name as {@code Host}.
 */
final class HostNames {

    static final String SETTING = "AIPROXY_HOSTS";

    private static final String LOCALHOST = "localhost";

    private static final String NAME = "\\[[0-9A-Fa-f:.]+]|[A-Za-z0-9_.-]+";

    private static final Pattern WITHOUT_PORT = Pattern.compile("(" + NAME + ")");

    private static final Pattern HOST = Pattern.compile("(" + NAME + ")(?::[0-9]{0,5})?");

    private final Set<String> others;

    /**
     * @param others names and addresses beside this machine's own, without ports
     * @throws InvalidSettingException when one is neither
     */
    HostNames(List<String> others) {
        this.others =
                others.stream()
                        .filter(name -> !name.isBlank())
                        .map(HostNames::required)
                        .collect(Collectors.toUnmodifiableSet());
    }

    private static String required(String name) {
        return name(WITHOUT_PORT, name.strip())
                .orElseThrow(() ->
                        new InvalidSettingException(
                                SETTING,
                                "must be host names or addresses, separated by commas, without"
                                        + " schemes, ports and paths, such as aiproxy,[fd00::1]."));
    }

    /**
     * Whether the service answers to it.
     *
     * @param header a request's header {@code Host}
     */
    boolean include(String header) {
        return name(HOST, header)
                .filter(name -> isThisMachine(name) || others.contains(name))
                .isPresent();
    }

    /** As DNS compares names: without the dot at the end, in one case. */
    private static Optional<String> name(Pattern pattern, String text) {
        return Optional.of(pattern.matcher(text))
                .filter(Matcher::matches)
                .map(host -> host.group(1).toLowerCase(Locale.ROOT).replaceFirst("[.]$", ""))
                .filter(name -> !name.isEmpty());
    }

    /** By RFC 6761 all names below localhost are this machine. */
    private static boolean isThisMachine(String name) {
        return name.equals(LOCALHOST) || name.endsWith("." + LOCALHOST) || isLoopback(name);
    }

    private static boolean isLoopback(String name) {
        try {
            return InetAddress.ofLiteral(name.replaceAll("[\\[\\]]", "")).isLoopbackAddress();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
