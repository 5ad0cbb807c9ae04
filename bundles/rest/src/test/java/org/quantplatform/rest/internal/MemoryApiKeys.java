package org.quantplatform.rest.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.quantplatform.api.Page;
import org.quantplatform.api.PageRequest;
import org.quantplatform.api.users.ApiKey;
import org.quantplatform.api.users.ApiKeys;
import org.quantplatform.api.users.IssuedApiKey;
import org.quantplatform.api.users.NewApiKey;
import org.quantplatform.model.QuantException;

/** Keys in a list. */
final class MemoryApiKeys implements ApiKeys {

    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");

    final List<ApiKey> keys = new ArrayList<>();

    @Override
    public Page<ApiKey> list(PageRequest page) {
        return Page.cut(List.copyOf(keys), page);
    }

    @Override
    public IssuedApiKey create(NewApiKey key) {
        if (key.scopes() == null || key.scopes().isEmpty()) {
            throw QuantException.invalid("scopes", "must name at least one permission");
        }
        Instant end = key.expiresInDays() == null ? null : NOW.plusSeconds(key.expiresInDays() * 86_400L);
        ApiKey made = new ApiKey("key_" + (keys.size() + 1), key.name(), key.scopes(), NOW, end, null);
        keys.add(made);
        return new IssuedApiKey("qk_secret", made);
    }

    @Override
    public void revoke(String id) {
        if (!keys.removeIf(key -> key.id().equals(id))) {
            throw QuantException.notFound("API key", id);
        }
    }
}
