package org.quantplatform.client.internal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;
import org.quantplatform.model.QuantException;

/** Which certificates are trusted; names are checked as ever. */
final class Trust {

    private Trust() {}

    /**
     * Trusts the certificates of a PEM file beside those that Java trusts.
     *
     * @throws QuantException {@code INVALID_REQUEST} on field {@code ca_file}
     */
    static SSLContext context(Path certificates) {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            int count = 0;
            for (Certificate certificate : all(certificates)) {
                store.setCertificateEntry("trusted-" + count++, certificate);
            }
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, managers(store).getTrustManagers(), null);
            return context;
        } catch (IOException | GeneralSecurityException e) {
            throw QuantException.invalid("ca_file", "holds no certificates in PEM: " + certificates);
        }
    }

    private static List<Certificate> all(Path file) throws IOException, GeneralSecurityException {
        List<Certificate> all = new ArrayList<>();
        try (InputStream in = Files.newInputStream(file)) {
            all.addAll(CertificateFactory.getInstance("X.509").generateCertificates(in));
        }
        if (all.isEmpty()) {
            throw new GeneralSecurityException("no certificate");
        }
        for (TrustManager manager : managers(null).getTrustManagers()) {
            if (manager instanceof X509TrustManager known) {
                all.addAll(List.<X509Certificate>of(known.getAcceptedIssuers()));
            }
        }
        return all;
    }

    private static TrustManagerFactory managers(@Nullable KeyStore store) throws GeneralSecurityException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        return factory;
    }
}
