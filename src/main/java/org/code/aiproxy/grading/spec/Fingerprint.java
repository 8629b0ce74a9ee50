package org.code.aiproxy.grading.spec;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** Tells whether a response that was kept answers the request that would be made now. */
final class Fingerprint {

    private static final JsonMapper MAPPER = new JsonMapper();

    private Fingerprint() {}

    /**
     * Of a program and all that goes with it. Parameters that are as usual have no part in it, so
     * that a new one leaves earlier fingerprints as they are.
     */
    static String of(SpecDraft spec, String program) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("text", spec.text());
        all.put("parameters", spec.parameters());
        all.put("program", program);
        byte[] json = MAPPER.writeValueAsString(all).getBytes(StandardCharsets.UTF_8);
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(json));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
