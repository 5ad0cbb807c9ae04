package org.quantplatform.rest.internal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.quantplatform.api.Page;
import org.quantplatform.api.PageRequest;
import org.quantplatform.api.factors.ExpressionDefinition;
import org.quantplatform.api.factors.ExpressionOperator;
import org.quantplatform.api.factors.Expressions;
import org.quantplatform.api.factors.StoredExpression;
import org.quantplatform.model.QuantException;

/** Keeps what it is told; knows one operator. */
final class MemoryExpressions implements Expressions {

    private final TreeMap<String, StoredExpression> stored = new TreeMap<>();

    @Override
    public Page<ExpressionOperator> operators(PageRequest page) {
        return Page.cut(List.of(new ExpressionOperator("Add", "Add(x, y)", "cell", "+", "Sum of both.")), page);
    }

    @Override
    public Page<StoredExpression> list(PageRequest page) {
        return Page.cut(List.copyOf(stored.values()), page);
    }

    @Override
    public StoredExpression get(String id) {
        return Optional.ofNullable(stored.get(id)).orElseThrow(() -> QuantException.notFound("expression", id));
    }

    @Override
    public StoredExpression create(ExpressionDefinition definition) {
        String text = String.valueOf(definition.expression());
        if (text.startsWith("Men")) {
            throw QuantException.invalid("expression", "unknown operator 'Men' at 1; did you mean Mean?");
        }
        String description = definition.description() == null ? "" : definition.description();
        Instant at = Instant.parse("2026-01-02T03:04:05Z");
        String id = String.valueOf(definition.name());
        StoredExpression expression = new StoredExpression(id, text, description, List.of("close"), 20, false, at);
        stored.put(id, expression);
        return expression;
    }

    @Override
    public void delete(String id) {
        get(id);
        stored.remove(id);
    }
}
