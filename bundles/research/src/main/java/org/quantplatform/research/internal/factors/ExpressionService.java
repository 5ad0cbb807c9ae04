package org.quantplatform.research.internal.factors;

import java.util.List;
import java.util.Locale;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.quantplatform.api.Page;
import org.quantplatform.api.PageRequest;
import org.quantplatform.api.factors.ExpressionDefinition;
import org.quantplatform.api.factors.ExpressionOperator;
import org.quantplatform.api.factors.Expressions;
import org.quantplatform.api.factors.StoredExpression;
import org.quantplatform.core.factors.ExpressionStore;
import org.quantplatform.core.factors.ExpressionStore.StoredText;
import org.quantplatform.core.identity.Caller;
import org.quantplatform.core.identity.CallerService;
import org.quantplatform.core.plugins.PluginRegistry;
import org.quantplatform.engine.expression.Expression;
import org.quantplatform.engine.expression.ExpressionException;
import org.quantplatform.engine.expression.Operators;
import org.quantplatform.model.Field;
import org.quantplatform.model.PluginKind;
import org.quantplatform.model.QuantException;
import org.quantplatform.research.internal.requests.OwnFactors;
import org.quantplatform.research.internal.requests.Problems;

/** Keeps callers' formulas; only such as can be evaluated. */
@Component
public final class ExpressionService implements CallerService<Expressions> {

    private static final int MAX_DESCRIPTION = 4000;
    private static final List<ExpressionOperator> OPERATORS = Operators.all().stream()
            .map(o -> new ExpressionOperator(
                    o.id(), o.usage(), o.scope().name().toLowerCase(Locale.ROOT), o.infix(), o.help()))
            .toList();

    private final ExpressionStore store;
    private final PluginRegistry registry;

    @Activate
    public ExpressionService(@Reference ExpressionStore store, @Reference PluginRegistry registry) {
        this.store = store;
        this.registry = registry;
    }

    @Override
    public Class<Expressions> type() {
        return Expressions.class;
    }

    @Override
    public Expressions forCaller(Caller caller) {
        return new Own(caller.userId());
    }

    private StoredText checked(ExpressionDefinition definition) {
        Problems problems = new Problems();
        String id = definition.name() == null ? "" : OwnFactors.idOf(definition.name());
        problems.addIf(
                !id.matches("[a-z][a-z0-9_]{0,63}"),
                "name",
                "must have 1 to 64 letters, digits, _ or -, the first a letter");
        problems.addIf(
                registry.find(PluginKind.FACTOR, id).isPresent(), "name", "there is an installed factor '" + id + "'");
        String text = definition.expression() == null ? "" : definition.expression();
        try {
            Expression.parse(text);
        } catch (ExpressionException e) {
            problems.add("expression", String.valueOf(e.getMessage()));
        }
        String description = definition.description() == null ? "" : definition.description();
        problems.addIf(
                description.length() > MAX_DESCRIPTION,
                "description",
                "must have at most " + MAX_DESCRIPTION + " characters");
        problems.throwIfAny();
        return new StoredText(id, text, description, java.time.Instant.EPOCH);
    }

    private static StoredExpression shown(StoredText stored) {
        Expression expression = Expression.parse(stored.expression());
        return new StoredExpression(
                stored.id(),
                stored.expression(),
                stored.description(),
                expression.fields().stream().map(Field::name).toList(),
                expression.history(),
                expression.isAcrossAssets(),
                stored.createdAt());
    }

    private final class Own implements Expressions {

        private final long owner;

        Own(long owner) {
            this.owner = owner;
        }

        @Override
        public Page<ExpressionOperator> operators(PageRequest page) {
            return Page.cut(OPERATORS, page);
        }

        @Override
        public Page<StoredExpression> list(PageRequest page) {
            return store.list(owner, page).map(ExpressionService::shown);
        }

        @Override
        public StoredExpression get(String id) {
            return store.get(owner, OwnFactors.idOf(id))
                    .map(ExpressionService::shown)
                    .orElseThrow(() -> QuantException.notFound("expression", id));
        }

        @Override
        public StoredExpression create(ExpressionDefinition definition) {
            StoredText wanted = checked(definition);
            return shown(store.create(owner, wanted.id(), wanted.expression(), wanted.description()));
        }

        @Override
        public void delete(String id) {
            if (!store.delete(owner, OwnFactors.idOf(id))) {
                throw QuantException.notFound("expression", id);
            }
        }
    }
}
