package org.quantplatform.client.internal;

import java.util.List;
import java.util.function.Consumer;
import org.quantplatform.api.data.LiveEvent;
import org.quantplatform.api.data.LivePrices;
import org.quantplatform.api.data.LiveQuery;
import org.quantplatform.api.data.LiveStream;

/** {@code /data/streams}, and prices over WebSocket. */
public final class RemoteLivePrices implements LivePrices {

    private final Http http;

    public RemoteLivePrices(Http http) {
        this.http = http;
    }

    @Override
    public List<LiveStream> streams() {
        return http.send(Call.get("/data/streams"))
                .page("streams", LiveStream.class)
                .items();
    }

    @Override
    public Watch watch(LiveQuery query, Consumer<LiveEvent> listener) {
        return PriceWatch.start(http, query, listener);
    }
}
