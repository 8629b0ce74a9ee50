package org.code.aiproxy.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.code.aiproxy.ApplicationProcess;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What only prints how commands are used: JVMs of their own, which tell what they load. */
class HelpTests {

    @TempDir private Path folder;

    @ParameterizedTest
    @CsvSource({
        "--help, 0, Grades student programs",
        "--version, 0, aiproxy",
        "nonsense, 2, Unknown command",
        "assess, 2, Missing required parameter",
        "rubric-tester --help, 0, --max-num-students",
    })
    void startsNeitherSpringNorLogging(String arguments, int status, String printed)
            throws IOException, InterruptedException {
        Path classes = folder.resolve("classes.log");
        String log = "-Xlog:class+load:file=" + classes;
        try (ApplicationProcess process =
                ApplicationProcess.start(
                        folder, Map.of("JDK_JAVA_OPTIONS", log), arguments.split(" "))) {
            assertThat(process.awaitEnd()).as(process::output).isEqualTo(status);
            assertThat(process.output()).contains(printed);
        }
        assertThat(Files.readString(classes))
                .contains(" org.code.aiproxy.AiProxyApplication ")
                .doesNotContain(" org.springframework.boot.SpringApplication ")
                .doesNotContain(" ch.qos.logback.");
    }
}
