package org.code.aiproxy.rubrictester.dataset;

import java.net.URI;
import java.util.Optional;
import org.code.aiproxy.configuration.InvalidSettingException;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where datasets, experiments and releases are kept.
 *
 * @param uri bucket and prefix, as in {@code s3://cdo-ai/teaching_assistant}
 * @param endpoint where the API is, if not where the region has it
 */
@ConfigurationProperties("aiproxy.s3")
record S3Properties(
        @DefaultValue("s3://cdo-ai/teaching_assistant") String uri, Optional<URI> endpoint) {

    S3Properties {
        endpoint = endpoint.filter(it -> !it.toString().isBlank());
        if (S3Location.parse(uri).isEmpty()) {
            throw new InvalidSettingException(
                    "AIPROXY_S3_URI", "an address such as s3://bucket/prefix", uri);
        }
    }

    S3Location location() {
        return S3Location.parse(uri).orElseThrow();
    }
}
