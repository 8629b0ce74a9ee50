package org.code.aiproxy.cli.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.code.aiproxy.console.Diagnosis;
import org.code.aiproxy.console.Examination;
import org.code.aiproxy.console.Version;
import org.code.aiproxy.textfile.FileFault;

/** The version, and what this process may read and write. */
final class MachineExamination implements Examination {

    private static final Path CONFIG = Path.of("config.txt");

    @Override
    public List<Diagnosis> diagnoses() {
        return Stream.of(
                        Stream.of(version()),
                        config(),
                        Stream.of(
                                writable(
                                        "working directory",
                                        Path.of("").toAbsolutePath(),
                                        "bin/rubric-tester writes experiments there"),
                                writable(
                                        "temporary files",
                                        Path.of(System.getProperty("java.io.tmpdir")),
                                        "the service keeps uploads there")))
                .flatMap(it -> it)
                .toList();
    }

    private static Diagnosis version() {
        return Diagnosis.ok(
                "version",
                "aiproxy %s on Java %s, %s %s, %d processors, %d MB of heap at most"
                        .formatted(
                                Version.text(),
                                Runtime.version(),
                                System.getProperty("os.name"),
                                System.getProperty("os.arch"),
                                Runtime.getRuntime().availableProcessors(),
                                Runtime.getRuntime().maxMemory() >> 20));
    }

    /** It holds keys. */
    private static Stream<Diagnosis> config() {
        if (!Files.exists(CONFIG)) {
            return Stream.of(
                    Diagnosis.off(
                            "settings", "no config.txt here; using the environment's settings"));
        }
        if (!Files.isReadable(CONFIG)) {
            return Stream.of(
                    Diagnosis.problem(
                            "settings",
                            "config.txt can't be read: permission denied; change its owner or rights"));
        }
        return Stream.of(
                isReadableByAll()
                        ? Diagnosis.warning(
                                "settings",
                                "every user of this machine can read config.txt, which may contain keys; run `chmod 600 config.txt`")
                        : Diagnosis.ok("settings", "config.txt is read"));
    }

    private static boolean isReadableByAll() {
        try {
            Set<PosixFilePermission> rights =
                    Files.getPosixFilePermissions(CONFIG, LinkOption.NOFOLLOW_LINKS);
            return rights.contains(PosixFilePermission.OTHERS_READ);
        } catch (IOException | UnsupportedOperationException e) {
            return false;
        }
    }

    private static Diagnosis writable(String what, Path folder, String why) {
        try {
            Files.delete(Files.createTempFile(folder, ".doctor-", ""));
            return Diagnosis.ok("folders", "%s, %s, can be written".formatted(what, folder));
        } catch (IOException e) {
            return Diagnosis.warning(
                    "folders",
                    "%s, %s, can't be written: %s; %s"
                            .formatted(what, folder, FileFault.reason(folder, e), why));
        }
    }
}
