package org.code.aiproxy.cli.doctor;

import java.util.ArrayList;
import java.util.List;
import org.code.aiproxy.console.Diagnosis;
import org.code.aiproxy.console.Examination;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.util.StringUtils;

/**
 * Every setting, read as a start would read it; also those that commands don't need.
 *
 * @param context the application, whose parts aren't made until they are asked for
 */
record SettingsExamination(ConfigurableApplicationContext context) implements Examination {

    private static final String SUBJECT = "settings";

    @Override
    public List<Diagnosis> diagnoses() {
        List<Diagnosis> found = new ArrayList<>();
        String[] names = context.getBeanNamesForAnnotation(ConfigurationProperties.class);
        for (String name : names) {
            try {
                context.getBean(name);
            } catch (RuntimeException e) {
                found.add(Diagnosis.problem(SUBJECT, DoctorCommand.sentence(e)));
            }
        }
        if (found.isEmpty()) {
            found.add(Diagnosis.ok(SUBJECT, "all values are valid"));
            found.add(keys(context.getEnvironment()));
        }
        return found;
    }

    private static Diagnosis keys(Environment settings) {
        boolean hasKey =
                StringUtils.hasText(settings.getProperty("AIPROXY_API_KEY"))
                        || StringUtils.hasText(settings.getProperty("AIPROXY_API_KEYS_FILE"));
        return hasKey
                ? Diagnosis.ok("keys", "callers need a key")
                : Diagnosis.warning(
                        "keys",
                        "callers need no key, so the service listens on this machine only; set"
                                + " AIPROXY_API_KEY or AIPROXY_API_KEYS_FILE to serve others");
    }
}
