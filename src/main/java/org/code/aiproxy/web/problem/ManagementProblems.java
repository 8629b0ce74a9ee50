package org.code.aiproxy.web.problem;

import org.springframework.boot.actuate.autoconfigure.web.ManagementContextConfiguration;
import org.springframework.boot.actuate.autoconfigure.web.ManagementContextType;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import tools.jackson.databind.json.JsonMapper;

/** Says the same problems at the management port, where there is one: it is a server of its own. */
@ManagementContextConfiguration(value = ManagementContextType.CHILD, proxyBeanMethods = false)
class ManagementProblems {

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> managementProblemsInsteadOfPages(
            JsonMapper mapper) {
        return ProblemConfiguration.insteadOfPages(mapper);
    }
}
