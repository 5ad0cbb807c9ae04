package org.quantplatform.research.internal.searches;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.quantplatform.api.backtests.BacktestRequest;
import org.quantplatform.json.QuantJson;
import org.quantplatform.model.QuantException;
import org.quantplatform.model.Universe;
import org.quantplatform.research.internal.searches.Windows.Range;

/** Makes requests that differ from one request in a few values. */
final class Variations {

    private final ObjectNode base;
    private final @Nullable Universe universe;

    /** @param request with its strategy in place; its benchmark, which decides nothing, is left out */
    Variations(BacktestRequest request) {
        // thousands of tickers need not be read anew for each variation
        this.universe = request.universe();
        this.base = QuantJson.mapper().valueToTree(request);
        base.remove("universe");
        base.remove("benchmark");
    }

    /**
     * @throws IllegalArgumentException when the request has no such place
     * @throws QuantException {@code INVALID_REQUEST} when a value is of the wrong kind
     */
    BacktestRequest with(Map<SpacePath, Object> values, @Nullable Range range) {
        ObjectNode document = base.deepCopy();
        values.forEach((path, value) -> path.set(document, QuantJson.mapper().valueToTree(value)));
        if (range != null) {
            document.put("start_date", range.from().toString());
            document.put("end_date", range.to().toString());
        }
        BacktestRequest varied = QuantJson.readRequest(document.toString(), BacktestRequest.class);
        return new BacktestRequest(
                varied.strategyId(),
                varied.strategy(),
                universe,
                varied.startDate(),
                varied.endDate(),
                varied.initialCapital(),
                varied.currency(),
                varied.execution(),
                varied.costs(),
                null,
                varied.adjust(),
                varied.financing(),
                varied.dividends());
    }
}
