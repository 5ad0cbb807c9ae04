package org.quantplatform.auth.aws;

/** The caller has proved nothing; the message is told to the caller. */
final class ProofRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ProofRefused(String reason) {
        super(reason, null, false, false);
    }

    String reason() {
        return String.valueOf(getMessage());
    }
}
