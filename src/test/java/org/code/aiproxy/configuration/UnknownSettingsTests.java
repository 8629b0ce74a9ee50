package org.code.aiproxy.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.code.aiproxy.AiProxyApplication;
import org.code.aiproxy.CommandApplication;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/** Names that nothing reads, checked against the names that the application itself has. */
class UnknownSettingsTests {

    private static final Pattern VARIABLE = Pattern.compile("\\bAIPROXY_[A-Z0-9_]*[A-Z0-9]\\b");

    @TempDir private static Path folder;

    private static ConfigurableApplicationContext context;
    private static UnknownSettings settings;

    @BeforeAll
    static void start() throws IOException {
        Path file = folder.resolve("config.txt");
        Files.writeString(file, "AIPROXY_RETRYS=3\nserver.tomcat.threads.max=10\n");
        StandardEnvironment environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .replace(
                        StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                        new SystemEnvironmentPropertySource(
                                StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                                Map.of("AIPROXY_BUGDET", "20s", "SOMETHING_ELSE", "x")));
        context =
                new SpringApplicationBuilder(AiProxyApplication.class)
                        .environment(environment)
                        .web(WebApplicationType.NONE)
                        .lazyInitialization(true)
                        .run("--spring.config.import=file:" + file);
        settings = new UnknownSettings(KnownSettings.of(context));
    }

    /** Or a command would warn of a setting that is the service's. */
    @Test
    void areTheSameForCommandsAsForTheService() {
        try (ConfigurableApplicationContext commands =
                new SpringApplicationBuilder(CommandApplication.class)
                        .web(WebApplicationType.NONE)
                        .lazyInitialization(true)
                        .run()) {
            assertThat(KnownSettings.of(commands)).isEqualTo(KnownSettings.of(context));
        }
    }

    @AfterAll
    static void stop() {
        context.close();
    }

    @Test
    void areToldOfTheEnvironmentAndOfConfigTxt() {
        assertThat(UnknownSettings.of(context))
                .containsExactly(
                        "AIPROXY_BUGDET is unknown; did you mean AIPROXY_BUDGET?",
                        "config.txt: AIPROXY_RETRYS is unknown; did you mean AIPROXY_RETRIES?");
    }

    @ParameterizedTest
    @CsvSource({
        "AIPROXY_RETRYS, AIPROXY_RETRIES",
        "AIPROXY_API_KEYS, AIPROXY_API_KEY",
        "AIPROXY_MAX_INFLIGHT, AIPROXY_MAX_IN_FLIGHT",
        "AIPROXY_LOG_LEVEL, LOG_LEVEL",
        "AIPROXY_PORT, PORT",
        "AIPROXY_OPENAI_SERVERS_3_BASURL, AIPROXY_OPENAI_SERVERS_0_BASEURL",
    })
    void suggestsTheNameThatIsMeant(String name, String meant) {
        assertThat(settings.ofVariable(name))
                .hasValue("%s is unknown; did you mean %s?".formatted(name, meant));
    }

    @ParameterizedTest
    @CsvSource({
        "AIPROXY_RETRYS, AIPROXY_RETRIES",
        "OPENAI_API_KY, OPENAI_API_KEY",
        "AWS_REGOIN, AWS_REGION",
        "LOG_LEVLE, LOG_LEVEL",
        "aiproxy.openai.servers[0].base-ulr, aiproxy.openai.servers[0].base-url",
        "aiproxy.limits.inflihgt, aiproxy.limits.in-flight",
        "AIPROXY_OPENAI_SERVERS_0_NAME, aiproxy.openai.servers[0].name",
    })
    void suggestsWhatALineOfConfigTxtMeans(String name, String meant) {
        assertThat(settings.ofLine(name))
                .hasValue("config.txt: %s is unknown; did you mean %s?".formatted(name, meant));
    }

    @Test
    void saysWhereSettingsAreListedWhereNoneIsAlike() {
        assertThat(settings.ofVariable("AIPROXY_ZZZZZZZZZZZZ"))
                .hasValue("AIPROXY_ZZZZZZZZZZZZ is unknown; docs/operators.md lists the settings.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "AIPROXY_RETRIES",
                "AIPROXY_OPENAI_SERVERS_12_BASEURL",
                "AIPROXY_OPENAI_SERVERS_0_BASE_URL",
                "AIPROXY_LIMITS_INFLIGHT",
                "AIPROXY_SAMPLES",
                "AIPROXY_JAVA_OPTS",
                "PATH",
                "OPENAI_API_KY"
            })
    void leavesOtherVariablesAlone(String name) {
        assertThat(settings.ofVariable(name)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "AIPROXY_RETRIES",
                "OPENAI_API_KEY",
                "aiproxy.openai.servers[7].base-url",
                "aiproxy.openai.servers[7].baseUrl",
                "server.tomcat.threads.max",
                "logging.level.root",
                "MY_OWN_PLACEHOLDER"
            })
    void leavesOtherLinesAlone(String name) {
        assertThat(settings.ofLine(name)).isEmpty();
    }

    /** Whoever follows the documents must not be warned. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "docs/operators.md",
                "docs/authors.md",
                "docs/backend-developers.md",
                "config.txt.sample",
                "docker-compose.yml",
                "cicd/3-app/template.yml",
                "bin/aiproxy",
                "bin/assessment-test.sh"
            })
    void knowsEveryNameThatIsDocumented(String file) throws IOException {
        List<String> names =
                VARIABLE.matcher(Files.readString(Path.of(file)))
                        .results()
                        .map(MatchResult::group)
                        // The documents' own example of a misspelt name.
                        .filter(name -> !name.equals("AIPROXY_RETRYS"))
                        .toList();
        assertThat(names)
                .isNotEmpty()
                .allSatisfy(name -> assertThat(settings.ofVariable(name)).isEmpty());
    }
}
