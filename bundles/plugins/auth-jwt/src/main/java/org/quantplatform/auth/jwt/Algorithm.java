package org.quantplatform.auth.jwt;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.OctetKeyPair;
import com.nimbusds.jose.jwk.RSAKey;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.util.Arrays;

/** The ways to sign that the mode knows; a key is of one of them and serves no other. */
enum Algorithm {

    /** RSA with SHA-256, RFC 7518; keys of 3072 bits. */
    RS256 {

        @Override
        JWK newKey(String id) throws GeneralSecurityException {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(RSA_BITS);
            KeyPair pair = generator.generateKeyPair();
            return new RSAKey.Builder((RSAPublicKey) pair.getPublic())
                    .privateKey((RSAPrivateKey) pair.getPrivate())
                    .keyID(id)
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.RS256)
                    .build();
        }

        @Override
        JWSSigner signer(JWK key) throws JOSEException {
            return new RSASSASigner(key.toRSAKey());
        }

        @Override
        JWSVerifier verifier(JWK key) throws JOSEException {
            return new RSASSAVerifier(key.toRSAKey());
        }
    },

    /** Ed25519, RFC 8037; the arithmetic is the JDK's. */
    EdDSA {

        @Override
        JWK newKey(String id) throws GeneralSecurityException {
            return Ed25519.newKey(id);
        }

        @Override
        JWSSigner signer(JWK key) throws JOSEException {
            return new Ed25519.Signer(ed25519(key));
        }

        @Override
        JWSVerifier verifier(JWK key) throws JOSEException {
            return new Ed25519.Verifier(ed25519(key));
        }

        private OctetKeyPair ed25519(JWK key) throws JOSEException {
            if (key instanceof OctetKeyPair pair) {
                return pair;
            }
            throw new JOSEException("not a key of Ed25519");
        }
    };

    private static final int RSA_BITS = 3072;

    /** A new private key for signatures. */
    abstract JWK newKey(String id) throws GeneralSecurityException;

    abstract JWSSigner signer(JWK key) throws JOSEException;

    abstract JWSVerifier verifier(JWK key) throws JOSEException;

    JWSAlgorithm jws() {
        return JWSAlgorithm.parse(name());
    }

    static Algorithm of(String name) {
        return Arrays.stream(values())
                .filter(one -> one.name().equals(name.strip()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "algorithm in etc/org.quantplatform.auth.jwt.cfg must be RS256 or EdDSA, was '" + name + "'"));
    }
}
