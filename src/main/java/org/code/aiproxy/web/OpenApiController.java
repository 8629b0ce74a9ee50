package org.code.aiproxy.web;

import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.springframework.beans.factory.config.YamlMapFactoryBean;
import org.springframework.core.io.ClassPathResource;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Describes all routes in OpenAPI 3.1, for tools. */
@RestController
class OpenApiController {

    /** Read when first asked for: few ask, and every start would wait. */
    private final Supplier<Map<String, Object>> description =
            SingletonSupplier.of(OpenApiController::read);

    @GetMapping("/openapi.json")
    Map<String, Object> describe() {
        return description.get();
    }

    private static Map<String, Object> read() {
        YamlMapFactoryBean yaml = new YamlMapFactoryBean();
        yaml.setResources(new ClassPathResource("openapi.yaml"));
        return Objects.requireNonNull(yaml.getObject());
    }
}
