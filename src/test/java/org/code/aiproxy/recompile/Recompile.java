package org.code.aiproxy.recompile;

import static java.util.stream.Collectors.toSet;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * Compiles what changed since it last did, and what depends on that. Sources are compared by their
 * content. Where only bodies of methods changed, their files are compiled; where a declaration did,
 * all that name its type or a subtype as well; and everything where that can't be told: a file is
 * new or gone, a constant changed, the libraries or the JDK did.
 */
final class Recompile {

    /** From this share on all are compiled: it takes no longer. */
    private static final double MANY = 0.3;

    private final JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    private final Path sources;
    private final Path classes;
    private final String classPath;
    private final Memory memory;
    private final List<Memory> users;
    private final Path fresh;

    /**
     * @param sources the folder of sources
     * @param classes where their classes are
     * @param classPath what they use beside themselves
     * @param users who use them, and have to heed what changes
     */
    Recompile(Path sources, Path classes, String classPath, Memory memory, List<Memory> users) {
        this.sources = sources;
        this.classes = classes;
        this.classPath = classPath;
        this.memory = memory;
        this.users = users;
        this.fresh = memory.folder().resolve("fresh");
    }

    /** Arguments: the project's folder, the folder for classes, and a file with the class path. */
    public static void main(String[] arguments) throws IOException {
        String libraries = Files.readString(Path.of(arguments[2])).strip();
        boolean isCompiled = project(Path.of(arguments[0]), Path.of(arguments[1]), libraries);
        System.exit(isCompiled ? 0 : 1);
    }

    /** Compiles main and test sources into {@code classes} and {@code test-classes} of a folder. */
    static boolean project(Path project, Path folder, String libraries) throws IOException {
        Path classes = folder.resolve("classes");
        Memory main = new Memory(folder, "main");
        Memory test = new Memory(folder, "test");
        return new Recompile(
                                project.resolve("src/main/java"),
                                classes,
                                libraries,
                                main,
                                List.of(test))
                        .compile()
                && new Recompile(
                                project.resolve("src/test/java"),
                                folder.resolve("test-classes"),
                                classes + File.pathSeparator + libraries,
                                test,
                                List.of())
                        .compile();
    }

    /** Brings the classes up to date; returns false where the compiler found errors. */
    boolean compile() throws IOException {
        Map<String, String> now = fingerprints();
        Map<String, String> before = memory.fingerprints();
        Set<String> changed = new HashSet<>(now.keySet());
        changed.removeIf(it -> Objects.equals(now.get(it), before.get(it)));
        Change heeded = memory.change();
        if (heeded.isUnknown()
                || !now.keySet().equals(before.keySet())
                || !changed.stream().allMatch(Recompile::isSource)) {
            return compileAll(now);
        }
        if (changed.isEmpty() && heeded.types().isEmpty()) {
            return true;
        }
        return compileSome(changed, heeded, now);
    }

    private boolean compileSome(Set<String> changed, Change heeded, Map<String, String> now)
            throws IOException {
        List<Type> types = types(classes);
        Set<String> compiled = new HashSet<>(changed);
        compiled.addAll(heeded.dependents(types));
        if (compiled.isEmpty()) {
            memory.keep(now);
            return true;
        }
        while (compiled.size() < MANY * now.size()) {
            delete(fresh);
            if (!javac(compiled, fresh)) {
                return false;
            }
            List<Type> old = types.stream().filter(it -> compiled.contains(it.source())).toList();
            Change change = Change.between(old, types(fresh));
            if (change.isUnknown()) {
                break;
            }
            if (!compiled.addAll(change.dependents(types))) {
                replace(old, change);
                memory.keep(now);
                System.out.printf("Compiled %s%n", compiled);
                return true;
            }
        }
        return compileAll(now);
    }

    private boolean compileAll(Map<String, String> now) throws IOException {
        memory.forget();
        tellUsers(Change.UNKNOWN);
        delete(classes);
        Set<String> all = now.keySet().stream().filter(Recompile::isSource).collect(toSet());
        System.out.printf("Compiling all of %s%n", sources);
        if (!javac(all, classes)) {
            return false;
        }
        memory.keep(now);
        return true;
    }

    private void replace(Collection<Type> old, Change change) throws IOException {
        memory.forget();
        tellUsers(change);
        for (Type type : old) {
            Files.delete(classes.resolve(type.name() + ".class"));
        }
        for (Path file : files(fresh, ".class")) {
            Path target = classes.resolve(fresh.relativize(file));
            Files.createDirectories(target.getParent());
            Files.move(file, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private void tellUsers(Change change) throws IOException {
        for (Memory user : users) {
            user.heed(change);
        }
    }

    private boolean javac(Set<String> files, Path output) throws IOException {
        Files.createDirectories(output);
        List<String> options = new ArrayList<>(List.of("-d", output.toString()));
        options.addAll(List.of("-cp", classes + File.pathSeparator + classPath));
        options.addAll(List.of("-g", "-parameters", "-nowarn", "-proc:none", "-implicit:none"));
        List<Path> paths = files.stream().sorted().map(sources::resolve).toList();
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
            return compiler.getTask(
                            null,
                            manager,
                            null,
                            options,
                            null,
                            manager.getJavaFileObjectsFromPaths(paths))
                    .call();
        }
    }

    /** Of each source, and of all else that compilation depends on. */
    private Map<String, String> fingerprints() throws IOException {
        Map<String, String> all = new TreeMap<>();
        for (Path file : files(sources, ".java")) {
            all.put(sources.relativize(file).toString(), Fingerprint.of(Files.readAllBytes(file)));
        }
        String rest = Runtime.version() + classPath;
        all.put("JDK and libraries", Fingerprint.of(rest.getBytes(StandardCharsets.UTF_8)));
        return all;
    }

    private static boolean isSource(String name) {
        return name.endsWith(".java");
    }

    private static List<Type> types(Path folder) throws IOException {
        List<Type> types = new ArrayList<>();
        for (Path file : files(folder, ".class")) {
            types.add(Type.read(file));
        }
        return types;
    }

    private static void delete(Path folder) throws IOException {
        for (Path file : files(folder, ".class")) {
            Files.delete(file);
        }
    }

    private static List<Path> files(Path folder, String suffix) throws IOException {
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(it -> it.toString().endsWith(suffix)).sorted().toList();
        }
    }
}
