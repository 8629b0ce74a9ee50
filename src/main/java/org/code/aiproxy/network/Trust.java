package org.code.aiproxy.network;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Arrays;
import java.util.Collection;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.code.aiproxy.configuration.InvalidSettingException;
import org.jspecify.annotations.Nullable;

/**
 * Whose certificates are trusted.
 *
 * @param manager decides on a certificate
 * @param context makes TLS connections with it
 */
public record Trust(X509TrustManager manager, SSLContext context) {

    /** All authorities that browsers trust take a quarter of a megabyte. */
    private static final int MOST_BYTES = 16 * 1024 * 1024;

    /**
     * Trusts the authorities in a PEM file, and those that Java trusts.
     *
     * @throws InvalidSettingException when the file can't be read, or has no certificate
     */
    static Trust of(Path file) {
        try (InputStream pem = Files.newInputStream(file)) {
            Collection<? extends Certificate> more =
                    CertificateFactory.getInstance("X.509")
                            .generateCertificates(
                                    new ByteArrayInputStream(pem.readNBytes(MOST_BYTES)));
            if (more.isEmpty()) {
                throw unreadable(file, "it has no certificate");
            }
            X509TrustManager manager = manager(all(more));
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {manager}, null);
            return new Trust(manager, context);
        } catch (IOException | GeneralSecurityException e) {
            throw unreadable(file, String.valueOf(e.getMessage()));
        }
    }

    private static KeyStore all(Collection<? extends Certificate> more)
            throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        int number = 0;
        for (Certificate certificate : manager(null).getAcceptedIssuers()) {
            store.setCertificateEntry("java-" + number++, certificate);
        }
        for (Certificate certificate : more) {
            store.setCertificateEntry("more-" + number++, certificate);
        }
        return store;
    }

    /** Java's own authorities where there is no store. */
    private static X509TrustManager manager(@Nullable KeyStore store)
            throws GeneralSecurityException {
        TrustManagerFactory factory =
                TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        return Arrays.stream(factory.getTrustManagers())
                .filter(X509TrustManager.class::isInstance)
                .map(X509TrustManager.class::cast)
                .findFirst()
                .orElseThrow();
    }

    private static InvalidSettingException unreadable(Path file, String reason) {
        return new InvalidSettingException(
                "SSL_CERT_FILE",
                "must name a PEM file with certificates; %s is invalid: %s."
                        .formatted(file, reason));
    }
}
