package org.quantplatform.spi.data;

import java.io.IOException;
import java.time.LocalTime;
import java.util.Optional;
import java.util.Set;
import org.osgi.annotation.versioning.ConsumerType;
import org.quantplatform.model.Market;

/** Brings market data from somewhere. */
@ConsumerType
public interface DataSource {

    Capabilities capabilities();

    /**
     * What it has of one market, where that is less than {@link #capabilities} says of all together. Where a market lacks
     * corporate actions, another source is asked for them.
     *
     * @return some of {@link Capabilities#kinds}; all of them unless overridden, none for a market it does not have
     */
    default Set<DataKind> kinds(Market market) {
        Capabilities all = capabilities();
        return all.markets().contains(market) ? all.kinds() : Set.of();
    }

    /**
     * From when on it delivers the bars of a session on the same day, in the market's local time; empty when it does so from
     * the close on. Before that nobody asks it for that session unless told to.
     */
    default Optional<LocalTime> finalAt(Market market) {
        return Optional.empty();
    }

    /**
     * Delivers what the request asks for and returns when all of it has been handed to the sink.
     *
     * @throws KeyRefused when the provider does not accept the key
     * @throws IOException when the source cannot be read; what was delivered so far is then discarded
     * @throws org.quantplatform.spi.PluginException when the request cannot be served; the message names the option
     */
    void fetch(DataRequest request, DataSink sink) throws IOException;
}
