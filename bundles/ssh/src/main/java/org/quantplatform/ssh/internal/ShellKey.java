package org.quantplatform.ssh.internal;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.RSAPublicKey;
import java.util.Base64;

/** An RSA key pair in the two texts that SSH programs read. */
record ShellKey(String privatePem, String publicBase64) {

    private static final int BITS = 3072;

    static ShellKey generate() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(BITS);
            return of(generator.generateKeyPair());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has RSA", e);
        }
    }

    private static ShellKey of(KeyPair pair) {
        var base64 = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII));
        String pem = "-----BEGIN PRIVATE KEY-----\n"
                + base64.encodeToString(pair.getPrivate().getEncoded())
                + "\n-----END PRIVATE KEY-----\n";
        return new ShellKey(pem, Base64.getEncoder().encodeToString(sshBlob((RSAPublicKey) pair.getPublic())));
    }

    /** The public key in the form of RFC 4253, section 6.6. */
    private static byte[] sshBlob(RSAPublicKey key) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            write(out, "ssh-rsa".getBytes(StandardCharsets.US_ASCII));
            write(out, signed(key.getPublicExponent()));
            write(out, signed(key.getModulus()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static byte[] signed(BigInteger number) {
        return number.toByteArray();
    }

    private static void write(DataOutputStream out, byte[] part) throws IOException {
        out.writeInt(part.length);
        out.write(part);
    }

    /** Says nothing of the key. */
    @Override
    public String toString() {
        return "ShellKey[hidden]";
    }
}
