package org.quantplatform.rest.internal;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.quantplatform.api.Page;
import org.quantplatform.api.PageRequest;
import org.quantplatform.api.secrets.SecretInfo;
import org.quantplatform.api.secrets.SecretValue;
import org.quantplatform.api.secrets.StoredSecrets;
import org.quantplatform.model.QuantException;

/** Secrets in a map. */
final class MemorySecrets implements StoredSecrets {

    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");

    final Map<String, String> values = new TreeMap<>();

    @Override
    public Page<SecretInfo> list(PageRequest page) {
        return Page.cut(
                List.copyOf(values.keySet()).stream().map(MemorySecrets::info).toList(), page);
    }

    @Override
    public SecretInfo set(String name, SecretValue value) {
        if (value.value() == null) {
            throw QuantException.invalid("value", "must have 1 to 4096 characters");
        }
        values.put(name, value.value());
        return info(name);
    }

    @Override
    public void delete(String name) {
        if (values.remove(name) == null) {
            throw QuantException.notFound("secret", name);
        }
    }

    private static SecretInfo info(String name) {
        return new SecretInfo(name, "ann", NOW, NOW);
    }
}
