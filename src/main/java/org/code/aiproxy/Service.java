package org.code.aiproxy;

import org.code.aiproxy.configuration.AheadOfTime;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.StandardEnvironment;

/** The service without its command line; of this the build works out which beans there are. */
public final class Service {

    private Service() {}

    /** The service, to be run. */
    public static SpringApplication application() {
        SpringApplication application = new SpringApplication(AiProxyApplication.class);
        application.setMainApplicationClass(Service.class);
        application.addListeners(new AheadOfTime(Service.class));
        return application;
    }

    /**
     * Starts it; returns while it goes on.
     *
     * @param settings as on a command line
     */
    static void run(String[] settings) {
        application().run(settings);
    }

    /** For the build: without the settings of whoever builds. */
    public static void main(String[] args) {
        SpringApplication application = application();
        StandardEnvironment none = new StandardEnvironment();
        none.getPropertySources()
                .remove(StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME);
        application.setEnvironment(none);
        application.run(args);
    }
}
