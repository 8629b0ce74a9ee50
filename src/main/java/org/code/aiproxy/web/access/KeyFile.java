package org.code.aiproxy.web.access;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.code.aiproxy.configuration.InvalidSettingException;
import org.code.aiproxy.json.ForeignJson;
import org.code.aiproxy.textfile.InvalidTextException;
import org.code.aiproxy.textfile.TextFile;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the keys of a file: a JSON array with an object for each. */
final class KeyFile {

    static final String SETTING = "AIPROXY_API_KEYS_FILE";

    /** A field that stands twice could have been meant either way. */
    private static final JsonMapper MAPPER =
            ForeignJson.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .build();

    private KeyFile() {}

    /**
     * Reads a file.
     *
     * @return at least one key; names and hashes are unique
     * @throws InvalidSettingException when it can't be used; the message has no part of a key
     */
    static List<ApiKey> read(Path file) {
        try {
            return keys(MAPPER.readTree(TextFile.read(file)));
        } catch (IOException e) {
            throw unusable(file, "it can't be read");
        } catch (InvalidTextException e) {
            throw unusable(file, String.valueOf(e.getMessage()));
        } catch (JacksonException e) {
            // Without the parser's words: they quote the file.
            throw unusable(
                    file, "line %d is not valid JSON".formatted(e.getLocation().getLineNr()));
        } catch (InvalidKeyException e) {
            throw unusable(file, String.valueOf(e.getMessage()));
        }
    }

    private static InvalidSettingException unusable(Path file, String problem) {
        return new InvalidSettingException(SETTING, "is invalid: %s: %s.".formatted(file, problem));
    }

    private static List<ApiKey> keys(JsonNode json) {
        if (!json.isArray() || json.isEmpty()) {
            throw new InvalidKeyException("it must be a JSON array with at least one key");
        }
        List<ApiKey> keys =
                IntStream.range(0, json.size())
                        .mapToObj(i -> KeyJson.read(json.get(i), i + 1))
                        .toList();
        Set<String> names = new HashSet<>();
        Set<String> hashes = new HashSet<>();
        for (ApiKey key : keys) {
            if (!names.add(key.name())) {
                throw new InvalidKeyException("the name `%s` appears twice".formatted(key.name()));
            }
            if (!key.hashes().stream().allMatch(hashes::add)) {
                throw new InvalidKeyException(
                        "`%s` has the hash of another key".formatted(key.name()));
            }
        }
        return keys;
    }
}
