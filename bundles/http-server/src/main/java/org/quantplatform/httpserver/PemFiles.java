package org.quantplatform.httpserver;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A certificate and its key as authorities hand them out. */
final class PemFiles {

    private static final Pattern KEY =
            Pattern.compile("-----BEGIN PRIVATE KEY-----([A-Za-z0-9+/=\\s]+)-----END PRIVATE KEY-----");
    private static final byte[] PROBE = "quant".getBytes(StandardCharsets.US_ASCII);

    private PemFiles() {}

    /**
     * The two as a key store with one entry.
     *
     * @param certificates the server's own first, then those above it
     * @param key in the form PKCS #8, without a password
     * @param password for the entry
     * @throws GeneralSecurityException when they cannot be used, or are none of a pair
     */
    static KeyStore read(Path certificates, Path key, char[] password) throws IOException, GeneralSecurityException {
        Certificate[] chain;
        try (InputStream in = Files.newInputStream(certificates)) {
            chain = CertificateFactory.getInstance("X.509")
                    .generateCertificates(in)
                    .toArray(Certificate[]::new);
        }
        if (chain.length == 0) {
            throw new GeneralSecurityException(certificates + " holds no certificate");
        }
        PublicKey ours = chain[0].getPublicKey();
        PrivateKey secret = privateKey(key, ours.getAlgorithm());
        if (!belong(ours, secret)) {
            throw new GeneralSecurityException(key + " is not the key of the first certificate of " + certificates);
        }
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry("server", secret, password, chain);
        return store;
    }

    private static PrivateKey privateKey(Path file, String algorithm) throws IOException, GeneralSecurityException {
        Matcher matcher = KEY.matcher(Files.readString(file, StandardCharsets.US_ASCII));
        if (!matcher.find()) {
            throw new GeneralSecurityException(
                    file + " holds no key in the form PKCS #8 without a password (openssl pkcs8 -topk8 -nocrypt)");
        }
        byte[] bytes = Base64.getMimeDecoder().decode(matcher.group(1));
        return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(bytes));
    }

    private static boolean belong(PublicKey ours, PrivateKey secret) throws GeneralSecurityException {
        String algorithm =
                switch (ours.getAlgorithm()) {
                    case "RSA" -> "SHA256withRSA";
                    case "EC" -> "SHA256withECDSA";
                    default -> ours.getAlgorithm();
                };
        Signature signature = Signature.getInstance(algorithm);
        signature.initSign(secret);
        signature.update(PROBE);
        byte[] signed = signature.sign();
        signature.initVerify(ours);
        signature.update(PROBE);
        return signature.verify(signed);
    }
}
