package org.code.aiproxy.network;

import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;

/** What is wrong with a server's certificate, where that is why a connection failed. */
public final class TlsFault {

    private TlsFault() {}

    /**
     * What to say of a fault, to follow "the provider's certificate" in a sentence.
     *
     * @param fault what a client threw
     */
    public static Optional<String> of(Throwable fault) {
        return find(fault, CertificateExpiredException.class)
                .map("has expired: %s."::formatted)
                .or(() ->
                        find(fault, SSLPeerUnverifiedException.class)
                                .or(() ->
                                        find(fault, CertificateException.class)
                                                .filter(it -> it.contains("subject alternative")))
                                .map(it -> "is for another host: %s.".formatted(firstLine(it))))
                .or(() ->
                        find(fault, SSLException.class)
                                .filter(it -> it.contains("PKIX path"))
                                .map(_ ->
                                        "is not trusted: %s. Put the certificate of its authority into the PEM file that SSL_CERT_FILE names."
                                                .formatted(deepest(fault))));
    }

    private static Optional<String> find(Throwable fault, Class<? extends Throwable> type) {
        return Stream.iterate(fault, Objects::nonNull, Throwable::getCause)
                .filter(type::isInstance)
                .map(it -> String.valueOf(it.getMessage()))
                .findFirst();
    }

    private static String firstLine(String words) {
        return words.lines().findFirst().orElse(words);
    }

    private static String deepest(Throwable fault) {
        Throwable cause = fault;
        for (Throwable next = fault; next != null; next = next.getCause()) {
            cause = next;
        }
        return String.valueOf(cause.getMessage());
    }
}
