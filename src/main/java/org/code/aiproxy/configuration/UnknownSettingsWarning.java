package org.code.aiproxy.configuration;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.stereotype.Component;

/** Logs settings that do nothing. */
@Component
final class UnknownSettingsWarning implements ApplicationListener<ApplicationReadyEvent> {

    private static final Logger LOG = LoggerFactory.getLogger(UnknownSettingsWarning.class);

    @Override
    public void onApplicationEvent(ApplicationReadyEvent event) {
        UnknownSettings.of(event.getApplicationContext()).forEach(LOG::warn);
    }
}
