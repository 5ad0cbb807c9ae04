package org.quantplatform.market.internal.live;

import java.util.Map;
import java.util.Optional;
import org.quantplatform.api.data.LiveQuery;
import org.quantplatform.core.plugins.PluginRegistry;
import org.quantplatform.model.QuantException;
import org.quantplatform.spi.data.DataSource;
import org.quantplatform.spi.data.TickSource;

/** Finds the data sources that stream. */
final class TickSources {

    private static final PluginRegistry.RequestPath PATH = new PluginRegistry.RequestPath("source", "options");

    private final PluginRegistry plugins;

    TickSources(PluginRegistry plugins) {
        this.plugins = plugins;
    }

    /** The source as it is now; empty when it is not there or does not stream. */
    Optional<TickSource> find(String id) {
        try {
            DataSource source =
                    plugins.bind(DataSource.class, id, Map.of(), PATH).service();
            return source instanceof TickSource ticks ? Optional.of(ticks) : Optional.empty();
        } catch (QuantException e) {
            return Optional.empty();
        }
    }

    /** How many tickers a stream of the source may have. */
    int mostTickers(String id) {
        return find(id).map(TickSource::mostTickers).orElse(Integer.MAX_VALUE);
    }

    /** @throws QuantException {@code INVALID_REQUEST} when there is no such source, or it has nothing of the market */
    void check(LiveQuery query) {
        DataSource source =
                plugins.bind(DataSource.class, query.source(), Map.of(), PATH).service();
        if (!(source instanceof TickSource)) {
            throw QuantException.invalid("source", "source '" + query.source() + "' does not stream prices");
        }
        if (!source.capabilities().markets().contains(query.market())) {
            throw QuantException.invalid("market", "source '" + query.source() + "' has no data of " + query.market());
        }
    }
}
