package org.quantplatform.auth.jwt;

import com.nimbusds.jose.jwk.JWK;
import java.time.Instant;

/** A private key and when it was made; never printed. */
record SigningKey(JWK jwk, Algorithm algorithm, Instant made) {

    String id() {
        return jwk.getKeyID();
    }

    @Override
    public String toString() {
        return "SigningKey[" + id() + " " + algorithm + "]";
    }
}
