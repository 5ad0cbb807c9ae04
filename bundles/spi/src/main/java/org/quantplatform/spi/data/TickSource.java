package org.quantplatform.spi.data;

import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;
import org.quantplatform.model.Market;

/** A {@link DataSource} that can also tell prices of the moment implements this beside it. */
@ConsumerType
public interface TickSource {

    /**
     * Starts a stream and returns at once; ticks come on a thread of the source until the stream is closed. An
     * interrupted stream is taken up again with growing pauses.
     *
     * @param tickers at least one
     * @throws org.quantplatform.spi.PluginException when the request cannot be served, or there is no key
     */
    Stream stream(Market market, List<String> tickers, TickSink sink);

    /** How many tickers one stream may have. */
    default int mostTickers() {
        return Integer.MAX_VALUE;
    }

    /** A running stream. */
    interface Stream extends AutoCloseable {

        /**
         * Goes on with these tickers in place of those that it had, without an interruption for those that stay. One that
         * was refused before is asked for anew.
         *
         * @param tickers at least one
         * @return false when it cannot: the platform then closes it and opens another
         */
        default boolean change(List<String> tickers) {
            return false;
        }

        /** Ends the stream; when this has returned, the sink is not called any more. */
        @Override
        void close();
    }
}
