package org.code.aiproxy.provider.bedrock;

import jakarta.validation.constraints.Positive;
import java.net.URI;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Amazon Bedrock.
 *
 * @param endpoint where the API is, if not where the region has it
 * @param controlEndpoint where the API is that lists models, if not where the region has it
 * @param defaultModel the model for requests that name none, with the prefix {@code bedrock.};
 *     without it, the catalogue's newest cheap one
 * @param configured whether anything in the environment says where credentials come from; if so,
 *     Bedrock's default model can be the service's
 * @param maxOutputTokens tokens that a completion may have. Bedrock counts this number against the
 *     account's quota while the call runs, so it is not the most that a model can write.
 * @param maxConnections how many streams can be in flight at once, each over a connection of its
 *     own
 */
@Validated
@ConfigurationProperties("aiproxy.bedrock")
record BedrockProperties(
        Optional<URI> endpoint,
        Optional<URI> controlEndpoint,
        Optional<String> defaultModel,
        Optional<String> configured,
        @DefaultValue("8192") @Positive int maxOutputTokens,
        @DefaultValue("4000") @Positive int maxConnections) {

    BedrockProperties {
        endpoint = endpoint.filter(uri -> !uri.toString().isBlank());
        controlEndpoint = controlEndpoint.filter(uri -> !uri.toString().isBlank());
        defaultModel = defaultModel.filter(model -> !model.isBlank());
        configured = configured.filter(text -> !text.isBlank());
    }

    boolean isConfigured() {
        return configured.isPresent();
    }

    /** Whoever calls models at an address of their own may have no other there. */
    boolean canListModels() {
        return isConfigured() && (endpoint.isEmpty() || controlEndpoint.isPresent());
    }
}
