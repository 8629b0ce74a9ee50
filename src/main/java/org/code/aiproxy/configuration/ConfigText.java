package org.code.aiproxy.configuration;

import java.util.Map;
import org.springframework.core.env.MapPropertySource;

/** The lines of config.txt. */
final class ConfigText extends MapPropertySource {

    ConfigText(String name, Map<String, Object> lines) {
        super(name, lines);
    }
}
