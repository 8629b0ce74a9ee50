package org.code.aiproxy.rubrictester.dataset;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okXml;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.http.Fault;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.code.aiproxy.rubrictester.dataset.Folder.Kind;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.FileSystemUtils;
import software.amazon.awssdk.services.s3.S3Client;

/** Fetching from a real S3 server, and sending to it. */
class WorkingCopyTests {

    private static final Folder LESSON = new Folder(Kind.DATASET, "d", "csd3-2023-L11");

    private static S3Server server;
    private static S3Client s3;

    @TempDir private Path root;

    private final String bucket = "b" + UUID.randomUUID();
    private final List<String> progress = new ArrayList<>();

    @BeforeAll
    static void startServer() {
        server = S3Server.start();
        s3 = server.client();
    }

    @AfterAll
    static void stopServer() {
        server.close();
    }

    @BeforeEach
    void makeBucket() {
        s3.createBucket(it -> it.bucket(bucket));
    }

    @Test
    void fetchesAFolderThatIsNotHere() throws IOException {
        put("datasets/d/csd3-2023-L11/student_1.js", "var a;");
        put("datasets/d/csd3-2023-L11/actual_labels.csv", "student\n");
        put("datasets/d/csd3-2023-L11/", "");
        put("datasets/d/csd3-2023-L110/student_2.js", "of another lesson");

        Path folder = workingCopy().folder(LESSON);

        assertThat(folder).isEqualTo(root.resolve("datasets/d/csd3-2023-L11"));
        assertThat(folder.resolve("student_1.js")).hasContent("var a;");
        assertThat(plainFiles(root)).hasSize(2);
        assertThat(progress).last().isEqualTo("datasets/d/csd3-2023-L11 2/2");
    }

    @Test
    void fetchesFoldersOfManyPages() throws IOException {
        for (int i = 0; i < 45; i++) {
            put("datasets/d/csd3-2023-L11/student_%d.js".formatted(i), "x");
        }
        S3Store paged =
                new S3Store(() -> server.clientOfPagesOf(10), new S3Location(bucket, "ai/"));

        assertThat(plainFiles(workingCopy(paged).folder(LESSON))).hasSize(45);
    }

    @Test
    void usesWhatIsHereAndAsksNobody() throws IOException {
        Path here = Files.createDirectories(root.resolve(LESSON.path()));
        assertThat(workingCopy(URI.create("http://localhost:1")).folder(LESSON)).isEqualTo(here);
    }

    @Test
    void keepsWhatWasHereWhenItFetchesAnew() throws IOException {
        Path here = Files.createDirectories(root.resolve(LESSON.path()));
        Files.writeString(here.resolve("student_1.js"), "mine");
        put("datasets/d/csd3-2023-L11/student_1.js", "theirs");

        workingCopy().fetch(LESSON);

        assertThat(here.resolve("student_1.js")).hasContent("theirs");
        try (Stream<Path> beside = Files.list(root.resolve("datasets/d"))) {
            assertThat(beside)
                    .filteredOn(it -> it.getFileName().toString().startsWith(".csd3"))
                    .singleElement()
                    .satisfies(it -> assertThat(it.resolve("student_1.js")).hasContent("mine"));
        }
        assertThat(workingCopy().lessons(Kind.DATASET, "d")).containsExactly("csd3-2023-L11");
    }

    @Test
    void listsLessonsAcrossHereAndTheStore() {
        put("experiments/e/csd3-2023-L7/params.json", "{}");
        put("experiments/e/csd3-2023-L11/params.json", "{}");
        assertThat(workingCopy().lessons(Kind.EXPERIMENT, "e"))
                .containsExactly("csd3-2023-L11", "csd3-2023-L7");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../../evil.js", "a/../../evil.js", ".."})
    void refusesFilesThatWouldLeaveTheirFolder(String name) throws IOException {
        put("datasets/d/csd3-2023-L11/student_1.js", "x");
        put("datasets/d/csd3-2023-L11/" + name, "evil");

        assertThatThrownBy(() -> workingCopy().folder(LESSON))
                .isInstanceOf(InvalidDataException.class)
                .hasMessageContaining("would leave its folder");
        assertThat(plainFiles(root)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\\..\\..\\evil.js", "a//b.js", "/etc/evil.js", "a/./b.js", "a\tb.js"})
    void refusesNamesThatTheTestServerWouldNotStore(String name) throws IOException {
        WireMockServer hostile = new WireMockServer(options().dynamicPort());
        hostile.start();
        try {
            hostile.stubFor(
                    get(anyUrl())
                            .willReturn(
                                    okXml(
                                            """
                                            <ListBucketResult><Contents><Key>ai/%s/%s</Key>
                                            <ETag>"1"</ETag></Contents></ListBucketResult>
                                            """
                                                    .formatted(LESSON.path(), name))));
            assertThatThrownBy(() -> workingCopy(URI.create(hostile.baseUrl())).folder(LESSON))
                    .isInstanceOf(InvalidDataException.class)
                    .hasMessageContaining("would leave its folder");
        } finally {
            hostile.stop();
        }
        assertThat(plainFiles(root)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"..", "../x", "a/b", "", ".hidden", "a b"})
    void refusesNamesThatAreNoNames(String name) {
        assertThatThrownBy(() -> new Folder(Kind.DATASET, name, "csd3-2023-L11"))
                .isInstanceOf(InvalidDataException.class);
        assertThatThrownBy(() -> new Folder(Kind.DATASET, "d", name))
                .isInstanceOf(InvalidDataException.class);
    }

    @Test
    void saysThatAFolderIsNowhere() {
        assertThatThrownBy(() -> workingCopy().folder(LESSON))
                .hasMessageContaining(
                        "The folder datasets/d/csd3-2023-L11 doesn't exist, neither here nor in s3://%s/ai/."
                                .formatted(bucket));
    }

    @Test
    void leavesNothingBehindWhenTheStoreBreaksInMidDownload() throws IOException {
        for (int i = 0; i < 40; i++) {
            put("datasets/d/csd3-2023-L11/student_%d.js".formatted(i), "x");
        }
        WireMockServer between = new WireMockServer(options().dynamicPort());
        between.start();
        try {
            between.stubFor(
                    get(anyUrl())
                            .willReturn(aResponse().proxiedFrom(server.endpoint().toString())));
            between.stubFor(
                    get(urlPathMatching(".*/student_27.js"))
                            .willReturn(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)));

            assertThatThrownBy(() -> workingCopy(URI.create(between.baseUrl())).folder(LESSON))
                    .isInstanceOf(InvalidDataException.class)
                    .hasMessageContaining("can't be read or written");
        } finally {
            between.stop();
        }
        assertThat(plainFiles(root)).isEmpty();
    }

    @Test
    void sendsWhatChangedHere() throws IOException {
        put("datasets/d/csd3-2023-L11/student_1.js", "one");
        put("datasets/d/csd3-2023-L11/student_2.js", "two");
        Path folder = workingCopy().folder(LESSON);
        Files.writeString(folder.resolve("student_2.js"), "changed");
        Files.createDirectory(folder.resolve("output"));
        Files.writeString(folder.resolve("output/report.html"), "new");

        Upload upload = new Upload(store(server.endpoint()), false);

        assertThat(upload.send(folder, LESSON.path()))
                .containsExactly("output/report.html", "student_2.js");
        assertThat(text("datasets/d/csd3-2023-L11/student_2.js")).isEqualTo("changed");
        assertThat(upload.send(folder, LESSON.path())).isEmpty();
    }

    @Test
    void overwritesNothingThatSomebodyElseChanged() throws IOException {
        put("datasets/d/csd3-2023-L11/student_1.js", "one");
        Path folder = workingCopy().folder(LESSON);
        Files.writeString(folder.resolve("student_1.js"), "mine");
        Files.writeString(folder.resolve("student_3.js"), "mine");
        put("datasets/d/csd3-2023-L11/student_1.js", "theirs");
        put("datasets/d/csd3-2023-L11/student_3.js", "theirs");

        assertThatThrownBy(() ->
                        new Upload(store(server.endpoint()), false).send(folder, LESSON.path()))
                .isInstanceOf(InvalidDataException.class)
                .hasMessageContaining("student_1.js, student_3.js");
        assertThat(text("datasets/d/csd3-2023-L11/student_1.js")).isEqualTo("theirs");

        assertThat(new Upload(store(server.endpoint()), true).send(folder, LESSON.path()))
                .hasSize(2);
        assertThat(text("datasets/d/csd3-2023-L11/student_1.js")).isEqualTo("mine");
    }

    @Test
    void sendsACopyOfAFetchedFolderUnderAnotherName() throws IOException {
        put("experiments/a/L1/params.json", "{}");
        put("experiments/a/L1/system_prompt.txt", "Grade.");
        Path fetched = workingCopy().folder(new Folder(Kind.EXPERIMENT, "a", "L1"));
        Path copy = root.resolve("experiments/b/L1");
        FileSystemUtils.copyRecursively(fetched, copy);
        Files.writeString(copy.resolve("system_prompt.txt"), "Grade kindly.");

        assertThat(upload().send(copy, "experiments/b/L1"))
                .containsExactly("params.json", "system_prompt.txt");

        Files.writeString(copy.resolve("system_prompt.txt"), "Grade.");
        assertThat(upload().send(copy, "experiments/b/L1")).containsExactly("system_prompt.txt");
        assertThat(text("experiments/a/L1/system_prompt.txt")).isEqualTo("Grade.");
        assertThat(text("experiments/b/L1/system_prompt.txt")).isEqualTo("Grade.");
    }

    @Test
    void sendsACopyThatAnEarlierVersionFetched() throws IOException {
        Path copy = Files.createDirectories(root.resolve("experiments/b/L1"));
        Files.writeString(copy.resolve("params.json"), "{}");
        Files.writeString(copy.resolve(".s3-versions.json"), "{\"params.json\": \"\\\"1\\\"\"}");

        assertThat(upload().send(copy, "experiments/b/L1")).containsExactly("params.json");
    }

    @Test
    void refusesToOverwriteAFolderThatACopyWasNotFetchedFrom() throws IOException {
        put("experiments/a/L1/params.json", "{}");
        put("experiments/b/L1/params.json", "{\"model\": \"theirs\"}");
        Path fetched = workingCopy().folder(new Folder(Kind.EXPERIMENT, "a", "L1"));
        Path copy = root.resolve("experiments/b/L1");
        FileSystemUtils.copyRecursively(fetched, copy);

        assertThatThrownBy(() -> upload().send(copy, "experiments/b/L1"))
                .hasMessageContaining("experiments/b/L1 already exists, and this folder was not")
                .hasMessageContaining("params.json");
        assertThat(text("experiments/b/L1/params.json")).contains("theirs");
    }

    private Upload upload() {
        return new Upload(store(server.endpoint()), false);
    }

    private WorkingCopy workingCopy() {
        return workingCopy(server.endpoint());
    }

    private WorkingCopy workingCopy(URI endpoint) {
        return workingCopy(store(endpoint));
    }

    private WorkingCopy workingCopy(S3Store store) {
        return new WorkingCopy(
                List.of(root),
                store,
                (folder, done, all) -> progress.add("%s %d/%d".formatted(folder, done, all)));
    }

    private S3Store store(URI endpoint) {
        return new S3Store(() -> S3Server.client(endpoint), new S3Location(bucket, "ai/"));
    }

    private void put(String path, String text) {
        S3Server.put(s3, bucket, "ai/" + path, text);
    }

    private String text(String path) {
        return s3.getObjectAsBytes(it -> it.bucket(bucket).key("ai/" + path)).asUtf8String();
    }

    /** All files but hidden ones, which hold what is known of the store. */
    private static List<Path> plainFiles(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile)
                    .filter(it -> !it.getFileName().toString().startsWith("."))
                    .toList();
        }
    }
}
