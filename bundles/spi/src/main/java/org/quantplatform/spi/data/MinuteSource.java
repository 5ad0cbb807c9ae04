package org.quantplatform.spi.data;

import java.io.IOException;
import org.osgi.annotation.versioning.ConsumerType;
import org.quantplatform.model.Market;

/** A {@link DataSource} that also has bars of one minute implements this beside it; longer ones are rolled up from them. */
@ConsumerType
public interface MinuteSource {

    /**
     * How far back its minute bars of the market reach, in days of the exchange's zone with the day itself counted; 0 when
     * it has none of this market. Earlier ones are not asked for.
     */
    int minuteDays(Market market);

    /**
     * Delivers the bars that the request asks for and returns when all of them have been handed to the sink. A minute that
     * may still change is not delivered.
     *
     * @throws IOException when the source cannot be read; what was delivered so far is then discarded
     * @throws org.quantplatform.spi.PluginException when the request cannot be served
     */
    void fetchMinutes(MinuteRequest request, MinuteSink sink) throws IOException;
}
