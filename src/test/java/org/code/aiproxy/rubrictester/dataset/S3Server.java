package org.code.aiproxy.rubrictester.dataset;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;

/** A real S3 server (Adobe's S3Mock) as a process of its own, on a free port. */
public final class S3Server implements AutoCloseable {

    private static final Path JAR = Path.of("target/test-servers/s3mock.jar");
    private static final Path JAVA =
            Path.of(System.getProperty("java.home")).resolve("bin").resolve("java");
    private static final Pattern STARTED =
            Pattern.compile("Tomcat started on ports .*, (\\d+) \\(http\\)");

    private final Process process;
    private final URI endpoint;

    private S3Server(Process process, URI endpoint) {
        this.process = process;
        this.endpoint = endpoint;
    }

    /** Starts it, and waits until it listens. */
    public static S3Server start() {
        try {
            Process process =
                    new ProcessBuilder(
                                    JAVA.toString(),
                                    "-Xmx256m",
                                    "-XX:TieredStopAtLevel=1",
                                    "-XX:+UseSerialGC",
                                    "-jar",
                                    JAR.toString(),
                                    "--server.port=0",
                                    "--http.port=0")
                            .redirectErrorStream(true)
                            .start();
            BufferedReader log = process.inputReader();
            for (String line = log.readLine(); line != null; line = log.readLine()) {
                Matcher matcher = STARTED.matcher(line);
                if (matcher.find()) {
                    // A full pipe would stop the server.
                    var _ =
                            CompletableFuture.runAsync(
                                    () -> log.lines().forEach(it -> {}),
                                    Thread::startVirtualThread);
                    return new S3Server(
                            process, URI.create("http://localhost:" + matcher.group(1)));
                }
            }
            throw new IllegalStateException("the S3 server ended before it listened");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public URI endpoint() {
        return endpoint;
    }

    /** A client of the SDK, as the tool makes it. */
    public S3Client client() {
        return client(endpoint);
    }

    /** The same for a server in between. */
    static S3Client client(URI endpoint) {
        return builder(endpoint).build();
    }

    /** The same with pages of so many objects, where S3 itself has a thousand. */
    S3Client clientOfPagesOf(int objects) {
        return builder(endpoint)
                .overrideConfiguration(it -> it.addExecutionInterceptor(new Pages(objects)))
                .build();
    }

    private record Pages(int objects) implements ExecutionInterceptor {

        @Override
        public SdkRequest modifyRequest(
                Context.ModifyRequest context, ExecutionAttributes attributes) {
            return context.request() instanceof ListObjectsV2Request list
                    ? list.toBuilder().maxKeys(objects).build()
                    : context.request();
        }
    }

    private static S3ClientBuilder builder(URI endpoint) {
        return S3Client.builder()
                .endpointOverride(endpoint)
                .region(Region.US_EAST_1)
                .forcePathStyle(true)
                .httpClientBuilder(Apache5HttpClient.builder())
                .credentialsProvider(
                        StaticCredentialsProvider.create(
                                AwsBasicCredentials.create("id", "secret")));
    }

    /** Puts a file there. */
    static void put(S3Client s3, String bucket, String key, String text) {
        s3.putObject(it -> it.bucket(bucket).key(key), RequestBody.fromString(text));
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
