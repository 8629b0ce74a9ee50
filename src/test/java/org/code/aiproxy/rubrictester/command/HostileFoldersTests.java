package org.code.aiproxy.rubrictester.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.FileSystemUtils;

/** Runs over datasets and experiments that strangers made. */
class HostileFoldersTests {

    private static final Path PLAIN = Path.of("src/test/resources/reports/27-trailing-empty/rows");
    private static final String SECRET = "TOP_SECRET";

    @TempDir private Path folder;

    private Path root;
    private Path secret;

    @BeforeEach
    void copyAPlainRun() throws IOException {
        root = folder.resolve("root");
        FileSystemUtils.copyRecursively(PLAIN, root);
        secret = Files.writeString(folder.resolve("secret"), SECRET);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "datasets/d/L1/c.js",
                "datasets/d/L1/actual_labels.csv",
                "experiments/e/L1/params.json",
                "experiments/e/L1/system_prompt.txt",
                "experiments/e/L1/examples/a.js",
                "experiments/e/L1/output/labels.csv",
                "experiments/e/L1/output/.incoming-labels.csv",
                "experiments/e/L1/cached_responses/a.json",
                "experiments/e/accuracy_thresholds.json",
                "experiments/e/.L1.lock"
            })
    void areRefusedWhereALinkLeadsOut(String link) throws IOException {
        Path path = root.resolve(link);
        Files.createDirectories(path.getParent());
        Files.deleteIfExists(path);
        Files.createSymbolicLink(path, secret);

        ToolRun run = run();

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err())
                .contains(" leads to ", "secret", "symbolic link")
                .doesNotContain(SECRET)
                .hasLineCount(1);
        assertThat(secret).hasContent(SECRET);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "experiments/e/L1/examples",
                "experiments/e/L1/output",
                "experiments/e/L1/cached_responses",
                "experiments/e/L1",
                "experiments/e",
                "experiments",
                "datasets/d"
            })
    void areRefusedWhereAFolderIsALinkOut(String link) throws IOException {
        Path path = root.resolve(link);
        Path outside = folder.resolve("outside");
        if (Files.exists(path)) {
            Files.move(path, outside);
        } else {
            Files.createDirectories(outside);
        }
        Files.createSymbolicLink(path, outside);
        long before = entries(outside);

        ToolRun run = run();

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains(" leads to ", "outside").hasLineCount(1);
        assertThat(entries(outside)).isEqualTo(before);
    }

    @Test
    void areNotWrittenThroughALinkInAnOutputFolder() throws IOException {
        Path output = folder.resolve("reports");
        Files.createDirectories(output.resolve("L1"));
        Files.createSymbolicLink(output.resolve("L1/metrics.json"), secret);

        ToolRun run = run("--output-dir", output.toString());

        assertThat(run.status()).isEqualTo(2);
        assertThat(secret).hasContent(SECRET);
    }

    @ParameterizedTest
    @ValueSource(strings = {"actual_labels.csv", "p1.js"})
    void areNotWrittenThroughALinkByPrepare(String name) throws IOException {
        Path sheet = root.resolve("sheet.tsv");
        Files.writeString(sheet, "Project\tSprites\nhttps://x/projects/p1/view\tNo Evidence\n");
        Path target = Files.createDirectories(folder.resolve("new"));
        Files.createSymbolicLink(target.resolve(name), secret);

        ToolRun run =
                ToolRun.in(root, "prepare", sheet.toString(), "--output-dir", target.toString());

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains(" leads to ");
        assertThat(secret).hasContent(SECRET);
    }

    @Test
    void showNamesWithTheirControlCharactersWrittenOut() throws IOException {
        Path labels = root.resolve("datasets/d/L1/actual_labels.csv");
        String name = "a\u001b]0;x\u0007\nb request succeeded";
        Files.move(
                root.resolve("datasets/d/L1/a.js"), root.resolve("datasets/d/L1/" + name + ".js"));

        ToolRun refused = run();
        ToolRun labelled = run("--new-labels", "-v");

        assertThat(refused.status()).isEqualTo(2);
        assertThat(refused.err()).contains("a[U+001B]]0;x[U+0007][U+000A]b").hasLineCount(1);
        assertThat(labelled.status()).as(labelled.err()).isZero();
        assertThat(labelled.out())
                .contains("\na[U+001B]]0;x[U+0007][U+000A]b request succeeded request")
                .doesNotContain("\u001b", "\u0007");
        assertThat(root.resolve("experiments/e/L1/output/report-exact-match.html"))
                .content()
                .contains("a[U+001B]]0;x[U+0007]")
                .doesNotContain("\u001b", "\u0007");
        assertThat(labels).exists();
    }

    /** A dataset whose labels were written by the tool is read by it as it was. */
    @Test
    void giveLabelsThatAreNoFormulasAndAreReadBack() throws IOException {
        Path dataset = root.resolve("datasets/d/L1");
        Files.move(dataset.resolve("a.js"), dataset.resolve("=1+cmd|' 'x.js"));
        Files.move(dataset.resolve("b.js"), dataset.resolve("'@b.js"));
        Files.delete(dataset.resolve("actual_labels.csv"));
        assertThat(run("--new-labels").status()).isZero();
        Path written;
        try (var files = Files.list(root.resolve("experiments/e/L1/output"))) {
            written =
                    files.filter(it -> it.toString().endsWith("-new-labels.csv"))
                            .findFirst()
                            .orElseThrow();
        }
        assertThat(written).content().contains("\n'=1+cmd", "\n''@b,").doesNotContain("\n=");
        Files.copy(written, dataset.resolve("actual_labels.csv"));

        ToolRun again = run();

        assertThat(again.status()).as(again.err()).isZero();
        assertThat(again.out()).contains("agrees with people on 100 % of labels");
    }

    private ToolRun run(String... more) {
        String[] arguments = new String[more.length + 4];
        System.arraycopy(new String[] {"-e", "e", "--dataset-name", "d"}, 0, arguments, 0, 4);
        System.arraycopy(more, 0, arguments, 4, more.length);
        return ToolRun.in(root, arguments);
    }

    private static long entries(Path folder) throws IOException {
        try (var all = Files.walk(folder)) {
            return all.count();
        }
    }
}
