package org.code.aiproxy.model.bedrock;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.code.aiproxy.aws.AwsProperties;
import org.code.aiproxy.model.CallerGoneException;
import org.code.aiproxy.model.Deadline;
import org.code.aiproxy.model.ModelException;
import org.code.aiproxy.network.Network;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4FamilyHttpSigner;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.regions.providers.DefaultAwsRegionProviderChain;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Bedrock's own list of its models (<a
 * href="https://docs.aws.amazon.com/bedrock/latest/APIReference/API_ListFoundationModels.html">
 * {@code ListFoundationModels}</a>). It is the one call to Bedrock that isn't for a model, and has
 * an SDK client of its own, which is too large for one call.
 */
final class FoundationModels {

    /** What signatures and addresses call it. */
    private static final String SERVICE = "bedrock";

    private static final int OK = 200;

    /** Far over any list; what never ends must not fill the heap. */
    private static final int LONGEST = 4 << 20;

    private static final JsonMapper MAPPER = new JsonMapper();

    private final BedrockProperties properties;
    private final AwsProperties aws;
    private final Network network;

    FoundationModels(BedrockProperties properties, AwsProperties aws, Network network) {
        this.properties = properties;
        this.aws = aws;
        this.network = network;
    }

    /**
     * The list's entries.
     *
     * @return an array
     * @throws ModelException when Bedrock gives none in time
     */
    JsonNode list(Deadline deadline) {
        deadline.requireTimeFor(BedrockFaults.PROVIDER);
        try (HttpClient http = network.httpClient().connectTimeout(deadline.remaining()).build()) {
            HttpResponse<InputStream> response =
                    http.send(request(deadline), BodyHandlers.ofInputStream());
            try (InputStream body = response.body()) {
                return models(response.statusCode(), body.readNBytes(LONGEST));
            } finally {
                http.shutdownNow();
            }
        } catch (SdkException e) {
            throw BedrockFaults.translate(e);
        } catch (IOException e) {
            throw BedrockFaults.unreadable(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CallerGoneException(e);
        }
    }

    private static JsonNode models(int status, byte[] body) {
        if (status != OK) {
            throw new ModelException.Unavailable(
                    BedrockFaults.PROVIDER, "answered with status %d.".formatted(status));
        }
        try {
            JsonNode models = MAPPER.readTree(body).path("modelSummaries");
            if (models.isArray()) {
                return models;
            }
        } catch (JacksonException e) {
            throw notAList();
        }
        throw notAList();
    }

    private static ModelException notAList() {
        return new ModelException.Garbled(
                BedrockFaults.PROVIDER, "answered something that is not a list of models.");
    }

    private HttpRequest request(Deadline deadline) {
        Region region =
                aws.region()
                        .map(Region::of)
                        .orElseGet(
                                () -> DefaultAwsRegionProviderChain.builder().build().getRegion());
        SdkHttpRequest signed = signed(address(region), region);
        HttpRequest.Builder request =
                HttpRequest.newBuilder(signed.getUri()).timeout(deadline.remaining());
        signed.headers()
                .forEach((name, values) -> {
                    // Java's client names the host by itself.
                    if (!name.equalsIgnoreCase("Host")) {
                        values.forEach(value -> request.header(name, value));
                    }
                });
        return request.build();
    }

    private URI address(Region region) {
        return properties
                .controlEndpoint()
                .orElseGet(() ->
                        URI.create(
                                "https://%s.%s.%s"
                                        .formatted(
                                                SERVICE,
                                                region.id(),
                                                region.metadata().partition().dnsSuffix())))
                .resolve("/foundation-models");
    }

    private SdkHttpRequest signed(URI address, Region region) {
        return AwsV4HttpSigner.create()
                .sign(it ->
                        it.identity(aws.credentials().resolveCredentials())
                                .request(
                                        SdkHttpRequest.builder()
                                                .method(SdkHttpMethod.GET)
                                                .uri(address)
                                                .build())
                                .putProperty(AwsV4FamilyHttpSigner.SERVICE_SIGNING_NAME, SERVICE)
                                .putProperty(AwsV4HttpSigner.REGION_NAME, region.id()))
                .request();
    }
}
