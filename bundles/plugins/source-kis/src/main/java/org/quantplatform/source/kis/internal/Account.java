package org.quantplatform.source.kis.internal;

import org.quantplatform.source.http.Secret;

/** The key of an application and its secret. */
record Account(Secret key, Secret secret) {

    /** Tells two accounts apart without telling either. */
    String digest() {
        return key.digest() + secret.digest();
    }
}
