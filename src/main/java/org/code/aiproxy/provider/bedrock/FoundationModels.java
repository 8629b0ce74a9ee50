package org.code.aiproxy.provider.bedrock;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Objects;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.code.aiproxy.aws.AwsProperties;
import org.code.aiproxy.json.ForeignJson;
import org.code.aiproxy.model.CallerGoneException;
import org.code.aiproxy.model.Deadline;
import org.code.aiproxy.model.ModelException;
import org.code.aiproxy.network.Network;
import org.code.aiproxy.network.ProviderHttp;
import org.code.aiproxy.provider.answer.AnswerLimits;
import org.code.aiproxy.provider.answer.AnswerRoom;
import org.code.aiproxy.provider.bedrock.converse.BedrockFaults;
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

    private static final JsonMapper MAPPER = ForeignJson.MAPPER;

    private final BedrockProperties properties;
    private final AwsProperties aws;
    private final Network network;
    private final AnswerLimits limits;

    FoundationModels(
            BedrockProperties properties, AwsProperties aws, Network network, AnswerLimits limits) {
        this.limits = limits;
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
        try {
            return list(new ProviderHttp(address(), network).client(), deadline.remaining());
        } catch (SdkException e) {
            throw BedrockFaults.translate(e);
        } catch (IOException e) {
            if (Thread.currentThread().isInterrupted()) {
                throw new CallerGoneException(e);
            }
            throw BedrockFaults.unreadable(e);
        }
    }

    private JsonNode list(OkHttpClient.Builder client, Duration time) throws IOException {
        OkHttpClient http = client.callTimeout(time).connectTimeout(time).readTimeout(time).build();
        try (Response response = http.newCall(request()).execute();
                AnswerRoom room = limits.room()) {
            return models(
                    response.code(),
                    room.weighed(
                                    Objects.requireNonNull(response.body(), "an answer's body")
                                            .byteStream())
                            .readAllBytes());
        } finally {
            http.connectionPool().evictAll();
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
                BedrockFaults.PROVIDER, "answered, but not with a list of models.");
    }

    private Request request() {
        SdkHttpRequest signed = signed(address(), region());
        Request.Builder request = new Request.Builder().url(signed.getUri().toString());
        signed.headers()
                .forEach((name, values) -> values.forEach(value -> request.addHeader(name, value)));
        return request.build();
    }

    private Region region() {
        return aws.region()
                .map(Region::of)
                .orElseGet(() -> DefaultAwsRegionProviderChain.builder().build().getRegion());
    }

    private URI address() {
        Region region = region();
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
