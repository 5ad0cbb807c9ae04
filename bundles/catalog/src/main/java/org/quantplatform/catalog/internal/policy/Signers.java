package org.quantplatform.catalog.internal.policy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSigner;
import java.security.GeneralSecurityException;
import java.security.cert.CertPath;
import java.security.cert.CertPathValidator;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;

/** The certificates whose holders, or those whom they certify, may sign plug-ins. */
final class Signers {

    private final Set<X509Certificate> trusted;

    private Signers(Set<X509Certificate> trusted) {
        this.trusted = trusted;
    }

    /**
     * Reads certificates in PEM, one after the other.
     *
     * @throws IOException when the file cannot be read or holds something else
     */
    static Signers read(Path file) throws IOException {
        Set<X509Certificate> certificates = new LinkedHashSet<>();
        try (InputStream in = Files.newInputStream(file)) {
            CertificateFactory.getInstance("X.509")
                    .generateCertificates(in)
                    .forEach(certificate -> certificates.add((X509Certificate) certificate));
        } catch (CertificateException e) {
            throw new IOException(file + " must hold certificates in PEM", e);
        }
        return new Signers(certificates);
    }

    boolean isEmpty() {
        return trusted.isEmpty();
    }

    /** Whether the signature's certificate is valid today and is one of these or certified by one. */
    boolean trusts(CodeSigner signer) {
        CertPath path = signer.getSignerCertPath();
        if (path.getCertificates().isEmpty() || !(path.getCertificates().get(0) instanceof X509Certificate signing)) {
            return false;
        }
        try {
            signing.checkValidity();
            return trusted.contains(signing) || isCertified(path);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private boolean isCertified(CertPath path) throws GeneralSecurityException {
        if (trusted.isEmpty()) {
            return false;
        }
        PKIXParameters parameters = new PKIXParameters(trusted.stream()
                .map(certificate -> new TrustAnchor(certificate, null))
                .collect(Collectors.toSet()));
        parameters.setRevocationEnabled(false);
        CertPathValidator.getInstance("PKIX").validate(path, parameters);
        return true;
    }
}
