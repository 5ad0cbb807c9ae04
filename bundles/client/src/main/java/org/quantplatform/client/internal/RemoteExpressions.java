package org.quantplatform.client.internal;

import org.quantplatform.api.Page;
import org.quantplatform.api.PageRequest;
import org.quantplatform.api.factors.ExpressionDefinition;
import org.quantplatform.api.factors.ExpressionOperator;
import org.quantplatform.api.factors.Expressions;
import org.quantplatform.api.factors.StoredExpression;

/** {@code /factors/expressions} and {@code /factors/operators}. */
public final class RemoteExpressions implements Expressions {

    private static final String ROUTE = "/factors/expressions";

    private final Http http;

    public RemoteExpressions(Http http) {
        this.http = http;
    }

    @Override
    public Page<ExpressionOperator> operators(PageRequest page) {
        return http.send(Call.get(Query.of("/factors/operators").page(page).toString()))
                .page("operators", ExpressionOperator.class);
    }

    @Override
    public Page<StoredExpression> list(PageRequest page) {
        return http.send(Call.get(Query.of(ROUTE).page(page).toString())).page("expressions", StoredExpression.class);
    }

    @Override
    public StoredExpression get(String id) {
        return http.send(Call.get(path(id))).as(StoredExpression.class);
    }

    @Override
    public StoredExpression create(ExpressionDefinition definition) {
        return http.send(Call.create(ROUTE, definition, Call.newKey())).as(StoredExpression.class);
    }

    @Override
    public void delete(String id) {
        http.send(Call.delete(path(id)));
    }

    private static String path(String id) {
        return ROUTE + "/" + Query.segment(id);
    }
}
