package org.quantplatform.security.internal.login;

/** Makes hashes of passwords and compares passwords with them; both take their time. */
interface PasswordHashes {

    String hash(String password);

    boolean matches(String hash, String password);
}
