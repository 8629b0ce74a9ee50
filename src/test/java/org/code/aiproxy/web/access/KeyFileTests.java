package org.code.aiproxy.web.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.code.aiproxy.configuration.InvalidSettingException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeyFileTests {

    private static final String HASH = KeyHash.of("secret");

    @TempDir private Path folder;

    @Test
    void readsNamesHashesAndLimits() throws IOException {
        String other = KeyHash.of("other");
        List<ApiKey> keys =
                read(
                        """
                        [{"name": "backend", "sha256": "%s"},
                         {"name": "pilot.2-x_Y", "sha256": ["%s", "%s"], "dailyBudgetUsd": 2.50,
                          "maxInFlight": 10, "models": ["gpt-6-luna", "bedrock.*"]}]
                        """
                                .formatted(HASH.toUpperCase(Locale.ROOT), other, "0".repeat(64)));
        assertThat(keys)
                .containsExactly(
                        new ApiKey("backend", Set.of(HASH)),
                        new ApiKey(
                                "pilot.2-x_Y",
                                Set.of(other, "0".repeat(64)),
                                Optional.of(new BigDecimal("2.50")),
                                Optional.of(10),
                                List.of("gpt-6-luna", "bedrock.*")));
    }

    @Test
    void readsWhatWindowsWrites() throws IOException {
        Path file = folder.resolve("keys.json");
        Files.write(
                file,
                "\uFEFF[{\"name\": \"a\", \"sha256\": \"%s\"}]\r\n"
                        .formatted(HASH)
                        .getBytes(StandardCharsets.UTF_16LE));
        assertThat(KeyFile.read(file)).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "^^ | a JSON array with at least one key",
                "[{ | line 1 is not valid JSON",
                "[] | a JSON array with at least one key",
                "{} | a JSON array with at least one key",
                "[{\"name\": \"a\", \"sha256\": \"H\"}] x | line 1 is not valid JSON",
                "[\"sk-secret\"] | key 1 needs a `name`",
                "[{\"sha256\": \"H\"}] | key 1 needs a `name`",
                "[{\"name\": \"\", \"sha256\": \"H\"}] | key 1 needs a `name`",
                "[{\"name\": \"a b\", \"sha256\": \"H\"}] | key 1 needs a `name`",
                "[{\"name\": \"default\", \"sha256\": \"H\"}] | key 1 needs a `name`",
                "[{\"name\": 1, \"sha256\": \"H\"}] | key 1 needs a `name`",
                "[{\"name\": \"a\"}] | key `a` needs a `sha256`",
                "[{\"name\": \"a\", \"sha256\": []}] | key `a` needs a `sha256`",
                "[{\"name\": \"a\", \"sha256\": \"sk-secret\"}] | key `a` needs a `sha256` of 64",
                "[{\"name\": \"a\", \"sha256\": \"EMPTY\"}] | key `a` has the `sha256` of an empty string",
                "[{\"name\": \"a\", \"sha256\": \"H\", \"budget\": 1}] | key `a` has an unknown field",
                "[{\"name\": \"a\", \"sha256\": \"H\", \"sha256\": \"H\"}] | line 1 is not valid JSON",
                "[{\"name\": \"a\", \"sha256\": \"H\", \"dailyBudgetUsd\": 0}] | needs a `dailyBudgetUsd` over 0",
                "[{\"name\": \"a\", \"sha256\": \"H\", \"dailyBudgetUsd\": \"5\"}] | needs a `dailyBudgetUsd` over 0",
                "[{\"name\": \"a\", \"sha256\": \"H\", \"dailyBudgetUsd\": null}] | needs a `dailyBudgetUsd` over 0",
                "[{\"name\": \"a\", \"sha256\": \"H\", \"dailyBudgetUsd\": NaN}] | line 1 is not valid JSON",
                "[{\"name\": \"a\", \"sha256\": \"H\", \"maxInFlight\": 0}] | needs a `maxInFlight` of 1 or more",
                "[{\"name\": \"a\", \"sha256\": \"H\", \"maxInFlight\": 1.5}] | needs a `maxInFlight` of 1 or more",
                "[{\"name\": \"a\", \"sha256\": \"H\", \"models\": []}] | key `a` needs `models`",
                "[{\"name\": \"a\", \"sha256\": \"H\", \"models\": [\"\"]}] | key `a` needs `models`",
                "[{\"name\": \"a\", \"sha256\": \"H\", \"models\": [\"gpt*x\"]}] | key `a` needs `models`",
                "[{\"name\": \"a\", \"sha256\": \"H\"}, {\"name\": \"a\", \"sha256\": \"I\"}] | the name `a` appears twice",
                "[{\"name\": \"a\", \"sha256\": \"H\"}, {\"name\": \"b\", \"sha256\": \"H\"}] | `b` has the hash of another key"
            })
    void refusesAnythingElseWithoutQuotingIt(String json, String problem) {
        assertThatThrownBy(() ->
                        read(
                                json.replace("EMPTY", KeyHash.OF_NOTHING)
                                        .replace("\"H\"", "\"" + HASH + "\"")
                                        .replace("\"I\"", "\"" + "1".repeat(64) + "\"")))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessageStartingWith("AIPROXY_API_KEYS_FILE is invalid: ")
                .hasMessageContaining(problem)
                .hasMessageNotContainingAny("sk-secret", HASH);
    }

    @Test
    void saysThatAFileCannotBeRead() {
        assertThatThrownBy(() -> KeyFile.read(folder.resolve("none.json")))
                .isInstanceOf(InvalidSettingException.class)
                .hasMessageContaining("none.json: it can't be read");
    }

    private List<ApiKey> read(String json) throws IOException {
        return KeyFile.read(Files.writeString(folder.resolve("keys.json"), json));
    }
}
