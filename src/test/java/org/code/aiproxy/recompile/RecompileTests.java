package org.code.aiproxy.recompile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A class is never older than what it was compiled against. */
class RecompileTests {

    private static final FileTime LONG_AGO = FileTime.fromMillis(0);

    @TempDir private Path folder;

    /** One class that all use in another way, and enough others that not all are compiled. */
    @BeforeEach
    void write() throws IOException {
        main("Base", "class Base { static final int SIZE = 1; static int one() { return 1; } }");
        main("Heir", "class Heir extends Base {}");
        main("UsesHeir", "class UsesHeir { static long two() { return 2 * Heir.one(); } }");
        main("Copies", "class Copies { static int size() { return Base.SIZE; } }");
        test("Check", "class Check { static String all() { return \"\" + Base.one(); } }");
        for (int i : IntStream.range(0, 20).toArray()) {
            main("Other" + i, "class Other%d {}".formatted(i));
            test("OtherCheck" + i, "class OtherCheck%d {}".formatted(i));
        }
        assertThat(compile()).isTrue();
        for (Path file : classes()) {
            Files.setLastModifiedTime(file, LONG_AGO);
        }
    }

    @Test
    void compilesNothingWhereNothingChanged() throws IOException {
        assertThat(compile()).isTrue();
        assertThat(compiled()).isEmpty();
    }

    @Test
    void compilesAFileAloneWhereABodyChanged() throws Exception {
        main(
                "Base",
                "class Base { static final int SIZE = 1; static int one() { return 1 + 2; } }");
        assertThat(compile()).isTrue();
        assertThat(compiled()).containsExactly("Base.class");
        assertThat(call("p.UsesHeir", "two")).isEqualTo(6L);
    }

    @Test
    void compilesAllThatNameATypeOrAnHeirWhereADeclarationChanged() throws Exception {
        main("Base", "class Base { static final int SIZE = 1; static long one() { return 3; } }");
        assertThat(compile()).isTrue();
        assertThat(compiled())
                .containsExactlyInAnyOrder(
                        "Base.class",
                        "Copies.class",
                        "Heir.class",
                        "UsesHeir.class",
                        "Check.class");
        assertThat(call("p.UsesHeir", "two")).isEqualTo(6L);
        assertThat(call("p.Check", "all")).isEqualTo("3");
    }

    @Test
    void compilesNoTestWhereNoneNamesWhatChanged() throws IOException {
        main("Other1", "class Other1 { static long added() { return 3; } }");
        assertThat(compile()).isTrue();
        assertThat(compiled()).containsExactly("Other1.class");
    }

    @Test
    void compilesEverythingWhereAConstantChanged() throws Exception {
        main("Base", "class Base { static final int SIZE = 5; static int one() { return 1; } }");
        assertThat(compile()).isTrue();
        assertThat(call("p.Copies", "size")).isEqualTo(5);
        assertThat(compiled()).hasSize(45);
    }

    @Test
    void noticesThatAFileIsGone() throws IOException {
        Files.delete(main("Other1"));
        assertThat(compile()).isTrue();
        assertThat(classes()).noneMatch(it -> it.endsWith("Other1.class"));
        Files.delete(main("Base"));
        assertThat(compile()).isFalse();
    }

    @Test
    void noticesANewFile() throws Exception {
        main("Integer", "class Integer {}");
        main("Other1", "class Other1 { static String name() { return Integer.class.getName(); } }");
        assertThat(compile()).isTrue();
        assertThat(call("p.Other1", "name")).isEqualTo("p.Integer");
    }

    @Test
    void remembersWhatTestsHaveToHeedUntilTheyCompile() throws Exception {
        test("OtherCheck1", "class OtherCheck1 { an error }");
        main("Base", "class Base { static final int SIZE = 1; static long one() { return 4; } }");
        assertThat(compile()).isFalse();
        assertThat(compile()).isFalse();

        test("OtherCheck1", "class OtherCheck1 {}");
        assertThat(compile()).isTrue();
        assertThat(call("p.Check", "all")).isEqualTo("4");
        assertThat(compile()).isTrue();
    }

    @Test
    void refusesWhatNoLongerFits() throws IOException {
        main("Base", "class Base { static final int SIZE = 1; static int two() { return 2; } }");
        assertThat(compile()).isFalse();
        assertThat(compile()).isFalse();
    }

    private boolean compile() throws IOException {
        return Recompile.project(folder, Files.createDirectories(folder.resolve("loop")), "");
    }

    private void main(String name, String text) throws IOException {
        Files.writeString(main(name), "package p; public " + text);
    }

    private Path main(String name) throws IOException {
        return Files.createDirectories(folder.resolve("src/main/java/p")).resolve(name + ".java");
    }

    private void test(String name, String text) throws IOException {
        Path java = Files.createDirectories(folder.resolve("src/test/java/p"));
        Files.writeString(java.resolve(name + ".java"), "package p; public " + text);
    }

    private List<String> compiled() throws IOException {
        List<String> names = new ArrayList<>();
        for (Path file : classes()) {
            if (!Files.getLastModifiedTime(file).equals(LONG_AGO)) {
                names.add(file.getFileName().toString());
            }
        }
        return names;
    }

    private List<Path> classes() throws IOException {
        try (Stream<Path> all = Files.walk(folder.resolve("loop"))) {
            return all.filter(it -> it.toString().endsWith(".class"))
                    .filter(it -> !it.startsWith(folder.resolve("loop/fresh")))
                    .toList();
        }
    }

    private Object call(String type, String method)
            throws IOException, ReflectiveOperationException {
        URL[] urls = {
            folder.resolve("loop/classes").toUri().toURL(),
            folder.resolve("loop/test-classes").toUri().toURL()
        };
        try (URLClassLoader loader = new URLClassLoader(urls)) {
            var called = loader.loadClass(type).getDeclaredMethod(method);
            called.setAccessible(true);
            return called.invoke(null);
        } catch (InvocationTargetException e) {
            throw new AssertionError(e.getCause());
        }
    }
}
