package org.code.aiproxy.rubrictester.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PremisesTests {

    @TempDir private Path folder;

    private Path root;
    private Path dataset;
    private Path outside;
    private Premises premises;

    @BeforeEach
    void makeFolders() throws IOException {
        root = folder.resolve("root");
        dataset = Files.createDirectories(root.resolve("datasets/d/L1"));
        outside = Files.createDirectories(folder.resolve("outside"));
        Files.writeString(outside.resolve("secret"), "x");
        premises = Premises.ofRoots(List.of(root));
    }

    @Test
    void takesFilesAndLinksThatStayInside() throws IOException {
        Files.writeString(dataset.resolve("a.js"), "");
        Files.createSymbolicLink(dataset.resolve("b.js"), Path.of("a.js"));
        Path other = Files.createDirectories(root.resolve("experiments/e"));
        Files.createSymbolicLink(dataset.resolve("e"), other);
        // As Emacs marks a file that is being edited.
        Files.createSymbolicLink(dataset.resolve(".#a.js"), Path.of("me@host.1:2"));
        assertThat(premises.requireAll(dataset)).isEqualTo(dataset);
    }

    @Test
    void refusesALinkToAFile() throws IOException {
        refusesToFollow(dataset.resolve("a.js"), outside.resolve("secret"));
    }

    @Test
    void refusesALinkToAFolder() throws IOException {
        refusesToFollow(dataset.resolve("output"), outside);
    }

    @Test
    void refusesALinkDeepDown() throws IOException {
        Path deep = Files.createDirectories(dataset.resolve("a/b/c"));
        refusesToFollow(deep.resolve("d"), Path.of("../../../../../../../outside/secret"));
    }

    @Test
    void refusesALinkToWhatWouldBeMadeOutside() throws IOException {
        refusesToFollow(dataset.resolve("labels.csv"), outside.resolve("new"));
    }

    @Test
    void refusesAChainOfLinks() throws IOException {
        Files.createSymbolicLink(dataset.resolve("b"), outside.resolve("new"));
        refusesToFollow(dataset.resolve("a"), Path.of("b"));
    }

    /** The working folder has config.txt, with keys. */
    @Test
    void refusesALinkToWhatLiesBesideTheThreeFolders() throws IOException {
        Files.writeString(root.resolve("config.txt"), "OPENAI_API_KEY=x");
        refusesToFollow(dataset.resolve("a.js"), Path.of("../../../config.txt"));
    }

    @Test
    void refusesAFolderBelowALink() throws IOException {
        Files.createDirectories(outside.resolve("L1"));
        Files.createSymbolicLink(root.resolve("datasets/linked"), outside);
        assertThatThrownBy(() -> premises.requireAll(root.resolve("datasets/linked/L1")))
                .isInstanceOf(InvalidDataException.class);
        assertThatThrownBy(() -> premises.require(root.resolve("datasets/linked/new")))
                .isInstanceOf(InvalidDataException.class);
    }

    @Test
    void refusesADatasetsFolderThatIsALink() throws IOException {
        Path other = Files.createDirectories(folder.resolve("other"));
        Files.createDirectories(outside.resolve("d/L1"));
        Files.createSymbolicLink(other.resolve("datasets"), outside);
        assertThatThrownBy(() ->
                        Premises.ofRoots(List.of(other)).require(other.resolve("datasets/d/L1")))
                .isInstanceOf(InvalidDataException.class);
    }

    @Test
    void refusesPathsThatLeaveWithoutALink() {
        assertThatThrownBy(() -> premises.require(root.resolve("datasets/../../outside/secret")))
                .isInstanceOf(InvalidDataException.class);
    }

    @Test
    void takesARootThatTheUserReachesByALink() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("link"), root);
        Premises linked = Premises.ofRoots(List.of(link));
        assertThat(linked.requireAll(link.resolve("datasets/d/L1"))).isDirectory();
    }

    @Test
    void refusesPipes() throws IOException, InterruptedException {
        Path pipe = dataset.resolve("a.js");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
        assertThatThrownBy(() -> premises.requireAll(dataset))
                .isInstanceOf(InvalidDataException.class)
                .hasMessageEndingWith("a.js is neither a file nor a folder; remove it.");
    }

    @Test
    void isNotLedInACircle() throws IOException {
        Files.createSymbolicLink(dataset.resolve("a"), Path.of("b"));
        Files.createSymbolicLink(dataset.resolve("b"), Path.of("a"));
        assertThat(premises.requireAll(dataset)).isEqualTo(dataset);
    }

    private void refusesToFollow(Path link, Path target) throws IOException {
        Files.createSymbolicLink(link, target);
        assertThatThrownBy(() -> premises.requireAll(dataset))
                .isInstanceOf(InvalidDataException.class)
                .hasMessageContaining(" leads to ")
                .hasMessageContaining("symbolic link");
    }
}
