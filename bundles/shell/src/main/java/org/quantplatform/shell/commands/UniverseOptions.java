package org.quantplatform.shell.commands;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.quantplatform.shell.input.RequestDocument;
import picocli.CommandLine.Option;

/** Which instruments. */
final class UniverseOptions {

    @Option(names = "--market", paramLabel = "CODE", description = "Market: KR, US, CN, HK, JP, VN or FX")
    private @Nullable String market;

    @Option(
            names = {"--ticker", "--tickers"},
            split = ",",
            paramLabel = "TICKER",
            description = "Only these, separated by commas or repeated")
    private @Nullable List<String> tickers;

    @Option(names = "--index", paramLabel = "NAME", description = "Only members of an index on the day")
    private @Nullable String index;

    @Option(names = "--sector", split = ",", paramLabel = "NAME", description = "Only these sectors")
    private @Nullable List<String> sectors;

    @Option(names = "--exclude", split = ",", paramLabel = "TICKER", description = "Never these")
    private @Nullable List<String> exclude;

    @Option(names = "--min-age-days", paramLabel = "DAYS", description = "Traded for at least so many days")
    private @Nullable Integer minAgeDays;

    @Option(
            names = "--min-dollar-volume",
            paramLabel = "AMOUNT",
            description = "Median daily turnover of at least so much")
    private @Nullable Double minDollarVolume;

    @Option(names = "--strict", description = "Leave out bars that were flagged by an import or a check")
    private boolean strict;

    void writeTo(RequestDocument document) {
        document.set("universe.market", market == null ? null : market.toUpperCase(Locale.ROOT))
                .set("universe.tickers", tickers)
                .set("universe.index", index)
                .set("universe.quality", strict ? "strict" : null)
                .set("universe.sectors", sectors)
                .set("universe.exclude", exclude)
                .set("universe.min_age_days", minAgeDays)
                .set("universe.min_dollar_volume", minDollarVolume);
    }
}
