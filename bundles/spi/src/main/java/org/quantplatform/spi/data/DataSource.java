package org.quantplatform.spi.data;

import java.io.IOException;
import org.osgi.annotation.versioning.ConsumerType;

/** Brings market data from somewhere. */
@ConsumerType
public interface DataSource {

    Capabilities capabilities();

    /**
     * Delivers what the request asks for and returns when all of it has been handed to the sink.
     *
     * @throws KeyRefused when the provider does not accept the key
     * @throws IOException when the source cannot be read; what was delivered so far is then discarded
     * @throws org.quantplatform.spi.PluginException when the request cannot be served; the message names the option
     */
    void fetch(DataRequest request, DataSink sink) throws IOException;
}
