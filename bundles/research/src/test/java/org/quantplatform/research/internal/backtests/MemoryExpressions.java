package org.quantplatform.research.internal.backtests;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.quantplatform.api.Page;
import org.quantplatform.api.PageRequest;
import org.quantplatform.core.factors.ExpressionStore;

/** Formulas by owner and id. */
public final class MemoryExpressions implements ExpressionStore {

    private final TreeMap<String, StoredText> stored = new TreeMap<>();

    @Override
    public Page<StoredText> list(long ownerId, PageRequest page) {
        List<StoredText> own = stored.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(ownerId + "/"))
                .map(java.util.Map.Entry::getValue)
                .toList();
        return Page.cut(own, page);
    }

    @Override
    public Optional<StoredText> get(long ownerId, String id) {
        return Optional.ofNullable(stored.get(ownerId + "/" + id));
    }

    @Override
    public StoredText create(long ownerId, String id, String expression, String description) {
        StoredText text = new StoredText(id, expression, description, Instant.EPOCH);
        stored.put(ownerId + "/" + id, text);
        return text;
    }

    @Override
    public boolean delete(long ownerId, String id) {
        return stored.remove(ownerId + "/" + id) != null;
    }
}
