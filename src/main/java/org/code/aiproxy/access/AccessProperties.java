package org.code.aiproxy.access;

import java.util.List;
import org.code.aiproxy.settings.HeaderValue;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who may call.
 *
 * @param keys the keys that are good, several while one is replaced by another
 * @param allowAnonymous whether a service without keys may listen on more than loopback; for local
 *     work in a container, never for a deployment
 */
@ConfigurationProperties("aiproxy.access")
record AccessProperties(
        @DefaultValue List<String> keys, @DefaultValue("false") boolean allowAnonymous) {

    AccessProperties {
        keys =
                keys.stream()
                        .map(String::strip)
                        .filter(key -> !key.isEmpty())
                        .map(key -> HeaderValue.require("AIPROXY_API_KEY", key))
                        .toList();
    }

    boolean needsKey() {
        return !keys.isEmpty();
    }

    boolean isForThisMachineOnly() {
        return !needsKey() && !allowAnonymous;
    }

    /** Leaves keys out, so that no log line can hold them. */
    @Override
    public String toString() {
        return "AccessProperties[%d keys, allowAnonymous=%s]"
                .formatted(keys.size(), allowAnonymous);
    }
}
