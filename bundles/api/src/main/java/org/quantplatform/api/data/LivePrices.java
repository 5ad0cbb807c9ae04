package org.quantplatform.api.data;

import java.util.List;
import java.util.function.Consumer;
import org.osgi.annotation.versioning.ProviderType;
import org.quantplatform.api.Access;
import org.quantplatform.api.Permission;

/** Prices of the moment. Nothing of them is stored. */
@ProviderType
public interface LivePrices {

    /** Streams that somebody watches, in order of source and market. */
    @Access(Permission.DATA_READ)
    List<LiveStream> streams();

    /**
     * Hands over the latest tick of each ticker that came after {@code query.after()}, then each new one, and what happens
     * to the source. Watchers of a source and market share one connection, which asks for what all of them want. The
     * listener is called from threads of the platform, one call at a time, and returns soon. A source that ends or fails is
     * asked again with growing pauses for as long as somebody watches; one that refuses a ticker goes on with the others.
     *
     * @return close it to stop watching
     * @throws org.quantplatform.model.QuantException {@code INVALID_REQUEST} naming the wrong field, also when the source does
     *     not stream; {@code RATE_LIMITED} when the caller watches too much already
     */
    @Access(Permission.DATA_READ)
    Watch watch(LiveQuery query, Consumer<LiveEvent> listener);

    /** A subscription to live prices. */
    interface Watch extends AutoCloseable {

        @Override
        void close();
    }
}
