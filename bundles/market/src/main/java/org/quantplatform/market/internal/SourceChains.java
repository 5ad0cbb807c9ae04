package org.quantplatform.market.internal;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.quantplatform.model.Market;

/** Which sources bring the bars of each market, in the order in which they are asked. */
final class SourceChains {

    private final Map<Market, List<String>> chains = new EnumMap<>(Market.class);

    SourceChains(MarketSettings settings) {
        put(Market.KR, settings.sources_kr());
        put(Market.US, settings.sources_us());
        put(Market.CN, settings.sources_cn());
        put(Market.HK, settings.sources_hk());
        put(Market.JP, settings.sources_jp());
        put(Market.VN, settings.sources_vn());
        put(Market.FX, settings.sources_fx());
    }

    /** Empty when none is set. */
    List<String> of(Market market) {
        return chains.getOrDefault(market, List.of());
    }

    private void put(Market market, String ids) {
        chains.put(
                market,
                Arrays.stream(ids.split(","))
                        .map(String::strip)
                        .filter(id -> !id.isEmpty())
                        .toList());
    }
}
