package org.quantplatform.security.internal.secret;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.quantplatform.api.Page;
import org.quantplatform.api.PageRequest;
import org.quantplatform.api.secrets.SecretInfo;
import org.quantplatform.core.identity.SecretRecords;

/** Encrypted secrets in a map. */
final class MemorySecretRecords implements SecretRecords {

    final Map<String, Sealed> sealed = new TreeMap<>();

    @Nullable
    KeyProof proof;

    @Override
    public Page<SecretInfo> list(PageRequest page) {
        return Page.cut(
                sealed.keySet().stream()
                        .map(name -> new SecretInfo(name, "", Instant.EPOCH, Instant.EPOCH))
                        .toList(),
                page);
    }

    @Override
    public Optional<Sealed> find(String name) {
        return Optional.ofNullable(sealed.get(name));
    }

    @Override
    public SecretInfo put(Sealed secret, String updatedBy) {
        sealed.put(secret.name(), secret);
        return new SecretInfo(secret.name(), updatedBy, Instant.EPOCH, Instant.EPOCH);
    }

    @Override
    public boolean remove(String name) {
        boolean removed = sealed.remove(name) != null;
        proof = sealed.isEmpty() ? null : proof;
        return removed;
    }

    @Override
    public Optional<KeyProof> proof() {
        return Optional.ofNullable(proof);
    }

    @Override
    public KeyProof keep(KeyProof given) {
        proof = proof == null ? given : proof;
        return proof;
    }
}
