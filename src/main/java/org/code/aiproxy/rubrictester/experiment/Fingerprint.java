package org.code.aiproxy.rubrictester.experiment;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import org.code.aiproxy.grading.assessment.RequestFields;
import tools.jackson.databind.json.JsonMapper;

/** Tells whether a response that was kept answers the request that would be made now. */
final class Fingerprint {

    private static final JsonMapper MAPPER = new JsonMapper();
    private static final String KEY = "api-key";

    private Fingerprint() {}

    /** SHA-256 of all fields: program, prompt, rubric, examples, and parameters but any key. */
    static String of(RequestFields fields) {
        Map<String, Object> sorted = new TreeMap<>(fields.values());
        sorted.remove(KEY);
        byte[] text = MAPPER.writeValueAsString(sorted).getBytes(StandardCharsets.UTF_8);
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
