package org.quantplatform.source.kis.internal;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.quantplatform.model.Instrument;
import org.quantplatform.model.Market;

/** An instrument with the venue whose list has it. */
record Listed(Instrument instrument, Venue venue) {

    /** All of a market by ticker, in the order of the lists. */
    static Map<String, Listed> read(KisClient client, Market market) throws IOException {
        Map<String, Listed> listed = new LinkedHashMap<>();
        for (Venue venue : Venue.of(market)) {
            for (Instrument instrument : SymbolFile.read(client.symbols(venue.file()), venue)) {
                listed.putIfAbsent(instrument.ticker(), new Listed(instrument, venue));
            }
        }
        return listed;
    }
}
