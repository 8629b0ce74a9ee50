package org.code.aiproxy.web.access;

import java.util.List;
import java.util.Optional;
import org.code.aiproxy.configuration.HeaderValue;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who may call.
 *
 * @param keys the keys that are good, several while one is replaced by another
 * @param keysFile the path of a JSON file with keys that have names and limits
 * @param allowAnonymous whether a service without keys may listen on more than loopback; for local
 *     work in a container, never for a deployment
 * @param hosts the names that a service without keys may be called by, beside this machine's own
 */
@ConfigurationProperties("aiproxy.access")
record AccessProperties(
        @DefaultValue List<String> keys,
        Optional<String> keysFile,
        @DefaultValue("false") boolean allowAnonymous,
        @DefaultValue List<String> hosts) {

    AccessProperties {
        keys =
                keys.stream()
                        .map(String::strip)
                        .filter(key -> !key.isEmpty())
                        .map(key -> HeaderValue.require("AIPROXY_API_KEY", key))
                        .toList();
        keysFile = keysFile.filter(path -> !path.isBlank());
        hosts = List.copyOf(hosts);
    }

    boolean needsKey() {
        return !keys.isEmpty() || keysFile.isPresent();
    }

    boolean isForThisMachineOnly() {
        return !needsKey() && !allowAnonymous;
    }

    /** Leaves keys out, so that no log line can hold them. */
    @Override
    public String toString() {
        return "AccessProperties[%d keys, keysFile=%s, allowAnonymous=%s, hosts=%s]"
                .formatted(keys.size(), keysFile, allowAnonymous, hosts);
    }
}
