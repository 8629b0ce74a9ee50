package org.code.aiproxy.network;

import java.net.InetAddress;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Who is reached without a proxy.
 *
 * @param entries as NO_PROXY has them, in lower case
 */
record NoProxy(List<String> entries) {

    private static final Pattern PORT = Pattern.compile("(.*?[^:]):(\\d{1,5})|(\\[.*]):(\\d{1,5})");
    private static final Pattern NETWORK = Pattern.compile("(.+)/(\\d{1,3})");
    private static final Pattern ADDRESS = Pattern.compile("[0-9.]+|\\[?[0-9a-f:.]*:[0-9a-f:.]*]?");

    NoProxy {
        entries = List.copyOf(entries);
    }

    static NoProxy parse(String text) {
        return new NoProxy(
                Arrays.stream(text.toLowerCase(Locale.ROOT).split("[,\\s]+"))
                        .filter(entry -> !entry.isEmpty())
                        .toList());
    }

    boolean covers(URI target) {
        String host = String.valueOf(target.getHost()).toLowerCase(Locale.ROOT);
        return entries.stream().anyMatch(entry -> covers(entry, host, port(target)));
    }

    private static boolean covers(String entry, String host, int port) {
        Matcher matcher = PORT.matcher(entry);
        if (matcher.matches()) {
            boolean plain = matcher.group(1) != null;
            return Integer.parseInt(matcher.group(plain ? 2 : 4)) == port
                    && coversHost(matcher.group(plain ? 1 : 3), host);
        }
        return coversHost(entry, host);
    }

    private static boolean coversHost(String entry, String host) {
        if (entry.equals("*")) {
            return true;
        }
        Matcher network = NETWORK.matcher(entry);
        if (network.matches()) {
            return isWithin(host, network.group(1), Integer.parseInt(network.group(2)));
        }
        Optional<InetAddress> address = address(entry);
        if (address.isPresent()) {
            return address.equals(address(host));
        }
        String suffix = entry.replaceFirst("^\\*?\\.", "");
        return host.equals(suffix) || host.endsWith("." + suffix);
    }

    private static boolean isWithin(String host, String network, int bits) {
        Optional<InetAddress> address = address(host);
        Optional<InetAddress> base = address(network);
        if (address.isEmpty() || base.isEmpty()) {
            return false;
        }
        byte[] one = address.get().getAddress();
        byte[] other = base.get().getAddress();
        if (one.length != other.length || bits > one.length * Byte.SIZE) {
            return false;
        }
        for (int i = 0; i < bits; i++) {
            int mask = 0x80 >> (i % Byte.SIZE);
            if ((one[i / Byte.SIZE] & mask) != (other[i / Byte.SIZE] & mask)) {
                return false;
            }
        }
        return true;
    }

    /** Names are not looked up: behind a proxy they often can't be. */
    private static Optional<InetAddress> address(String text) {
        if (!ADDRESS.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(InetAddress.ofLiteral(text.replaceAll("[\\[\\]]", "")));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static int port(URI target) {
        if (target.getPort() >= 0) {
            return target.getPort();
        }
        return "https".equalsIgnoreCase(target.getScheme()) ? 443 : 80;
    }
}
