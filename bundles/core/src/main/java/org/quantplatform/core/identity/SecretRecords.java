package org.quantplatform.core.identity;

import java.util.Optional;
import org.quantplatform.api.Page;
import org.quantplatform.api.PageRequest;
import org.quantplatform.api.secrets.SecretInfo;

/** Secrets as they are stored: encrypted, with a proof of the key that they were encrypted with. */
public interface SecretRecords {

    /** In order of name. */
    Page<SecretInfo> list(PageRequest page);

    Optional<Sealed> find(String name);

    SecretInfo put(Sealed secret, String updatedBy);

    /** With the last secret goes the proof, so that another key may begin anew. False when there is none of that name. */
    boolean remove(String name);

    /** The proof of the key in use; empty before there is a secret. */
    Optional<KeyProof> proof();

    /** Keeps the proof unless there is one, and answers with the one that counts. */
    KeyProof keep(KeyProof proof);

    /** An encrypted secret. */
    record Sealed(String name, byte[] nonce, byte[] content) {}

    /**
     * What tells whether a key is the one in use, without telling the key.
     *
     * @param salt what the key was derived with
     */
    record KeyProof(byte[] salt, byte[] digest) {}
}
