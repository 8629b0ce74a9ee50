package org.code.aiproxy.configuration;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.origin.Origin;
import org.springframework.boot.origin.SystemEnvironmentOrigin;

/**
 * A property with a value, as an operator gave it.
 *
 * @param property the property that it became
 */
record GivenSetting(ConfigurationProperty property) {

    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Za-z0-9_]+)");

    /**
     * Its name as operators write it: that of the variable which application.yml names for the
     * property, or of the variable or line that sets the property itself.
     */
    String name() {
        Matcher variable = VARIABLE.matcher(String.valueOf(property.getValue()));
        if (variable.find()) {
            return variable.group(1);
        }
        Origin origin = property.getOrigin();
        return origin instanceof SystemEnvironmentOrigin environment
                ? environment.getProperty()
                : property.getName().toString();
    }
}
