package org.code.aiproxy.network;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;

/** A certificate for a made-up host that is its own authority, made with the JDK's keytool. */
final class TestAuthority {

    static final String PASSWORD = "changeit";

    private final Path folder;

    TestAuthority(Path folder, String host) throws IOException, InterruptedException {
        this.folder = folder;
        keytool(
                "-genkeypair -alias ca -keyalg EC -validity 2 -storetype PKCS12 -ext BC=ca:true -dname CN=Test -ext SAN=dns:"
                        + host);
        keytool("-exportcert -alias ca -rfc -file " + certificate());
    }

    /** The key and its certificate. */
    Path keyStore() {
        return folder.resolve("keys.p12");
    }

    /** The certificate alone, as PEM. */
    Path certificate() {
        return folder.resolve("ca.pem");
    }

    private void keytool(String arguments) throws IOException, InterruptedException {
        Path tool = Path.of(System.getProperty("java.home"), "bin", "keytool");
        Process process =
                new ProcessBuilder(
                                Stream.concat(
                                                Stream.of(tool.toString()),
                                                Stream.concat(
                                                        Arrays.stream(arguments.split(" ")),
                                                        Stream.of(
                                                                "-keystore",
                                                                keyStore().toString(),
                                                                "-storepass",
                                                                PASSWORD)))
                                        .toList())
                        .redirectErrorStream(true)
                        .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException(output);
        }
    }
}
