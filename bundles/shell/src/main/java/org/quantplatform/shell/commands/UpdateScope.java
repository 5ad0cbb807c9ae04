package org.quantplatform.shell.commands;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.quantplatform.model.Market;
import org.quantplatform.shell.input.RequestDocument;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What an update is of, whether it is made now or repeated. */
final class UpdateScope {

    @Parameters(paramLabel = "MARKET", description = "KR, US, CN, HK, JP, VN or FX")
    private Market market = Market.US;

    @Option(
            names = "--source",
            split = ",",
            paramLabel = "ID",
            description = "Sources, the next one asked for what the one before lacks; those set for the market"
                    + " otherwise")
    private List<String> sources = new ArrayList<>();

    @Option(
            names = "--ticker",
            split = ",",
            paramLabel = "TICKER",
            description = "Only these; all that are stored otherwise")
    private List<String> tickers = new ArrayList<>();

    @Option(
            names = "--timeframe",
            paramLabel = "UNIT",
            description = "1d (otherwise), or 1m: minutes, as far back as a source keeps them, 30 days at most")
    private @Nullable String timeframe;

    @Option(names = "--option", paramLabel = "NAME=VALUE", description = "Further option of the sources")
    private Map<String, String> options = new LinkedHashMap<>();

    RequestDocument request() {
        return RequestDocument.empty()
                .set("market", market.name())
                .set("sources", sources.isEmpty() ? null : sources)
                .set("tickers", tickers.isEmpty() ? null : tickers)
                .set("timeframe", timeframe)
                .set("options", options.isEmpty() ? null : options);
    }
}
