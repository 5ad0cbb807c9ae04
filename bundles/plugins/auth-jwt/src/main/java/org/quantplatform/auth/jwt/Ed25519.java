package org.quantplatform.auth.jwt;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.impl.BaseJWSProvider;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.util.Base64URL;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Set;

/**
 * Signatures of RFC 8032 by the JDK, which knows keys in their ASN.1 form (RFC 8410): the 32 bytes that a JSON Web Key
 * holds, after a prefix that is the same for all.
 */
final class Ed25519 {

    private static final String NAME = "Ed25519";
    private static final int KEY_BYTES = 32;
    private static final byte[] PUBLIC_PREFIX = HexFormat.of().parseHex("302a300506032b6570032100");
    private static final byte[] PRIVATE_PREFIX = HexFormat.of().parseHex("302e020100300506032b657004220420");
    private static final Set<JWSAlgorithm> ALGORITHMS = Set.of(JWSAlgorithm.EdDSA);

    private Ed25519() {}

    static OctetKeyPair newKey(String id) throws GeneralSecurityException {
        KeyPair pair = KeyPairGenerator.getInstance(NAME).generateKeyPair();
        return new OctetKeyPair.Builder(Curve.Ed25519, raw(pair.getPublic().getEncoded()))
                .d(raw(pair.getPrivate().getEncoded()))
                .keyID(id)
                .keyUse(KeyUse.SIGNATURE)
                .algorithm(JWSAlgorithm.EdDSA)
                .build();
    }

    private static Base64URL raw(byte[] encoded) {
        return Base64URL.encode(Arrays.copyOfRange(encoded, encoded.length - KEY_BYTES, encoded.length));
    }

    private static byte[] encoded(byte[] prefix, Base64URL raw) throws JOSEException {
        byte[] key = raw.decode();
        if (key.length != KEY_BYTES) {
            throw new JOSEException("a key of Ed25519 has 32 bytes, was " + key.length);
        }
        byte[] encoded = Arrays.copyOf(prefix, prefix.length + KEY_BYTES);
        System.arraycopy(key, 0, encoded, prefix.length, KEY_BYTES);
        return encoded;
    }

    /** Signs with the private part of a key. */
    static final class Signer extends BaseJWSProvider implements JWSSigner {

        private final PrivateKey key;

        Signer(OctetKeyPair pair) throws JOSEException {
            super(ALGORITHMS);
            try {
                key = KeyFactory.getInstance(NAME)
                        .generatePrivate(new PKCS8EncodedKeySpec(encoded(PRIVATE_PREFIX, pair.getD())));
            } catch (GeneralSecurityException e) {
                throw new JOSEException("no private key of Ed25519", e);
            }
        }

        @Override
        public Base64URL sign(JWSHeader header, byte[] input) throws JOSEException {
            try {
                Signature signature = Signature.getInstance(NAME);
                signature.initSign(key);
                signature.update(input);
                return Base64URL.encode(signature.sign());
            } catch (GeneralSecurityException e) {
                throw new JOSEException("cannot sign", e);
            }
        }
    }

    /** Verifies with the public part of a key. */
    static final class Verifier extends BaseJWSProvider implements JWSVerifier {

        private final PublicKey key;

        Verifier(OctetKeyPair pair) throws JOSEException {
            super(ALGORITHMS);
            try {
                key = KeyFactory.getInstance(NAME)
                        .generatePublic(new X509EncodedKeySpec(encoded(PUBLIC_PREFIX, pair.getX())));
            } catch (GeneralSecurityException e) {
                throw new JOSEException("no public key of Ed25519", e);
            }
        }

        @Override
        public boolean verify(JWSHeader header, byte[] input, Base64URL given) {
            try {
                Signature signature = Signature.getInstance(NAME);
                signature.initVerify(key);
                signature.update(input);
                return signature.verify(given.decode());
            } catch (GeneralSecurityException e) {
                return false; // of no valid form
            }
        }
    }
}
