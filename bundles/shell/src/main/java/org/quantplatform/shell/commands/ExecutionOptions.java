package org.quantplatform.shell.commands;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.quantplatform.shell.input.BadInput;
import org.quantplatform.shell.input.RequestDocument;
import picocli.CommandLine.Option;

/** How orders are filled, what they cost, and what the result is measured against. */
final class ExecutionOptions {

    @Option(
            names = "--price",
            paramLabel = "WHICH",
            description = "Price of fills: next_open (otherwise), next_close, next_vwap or same_close")
    private @Nullable String price;

    @Option(names = "--shares", paramLabel = "HOW", description = "whole (otherwise) or fractional")
    private @Nullable String shares;

    @Option(names = "--commission-bps", paramLabel = "BPS", description = "Commission in basis points")
    private @Nullable Double commission;

    @Option(names = "--cost-multiple", paramLabel = "TIMES", description = "All costs that many times; 1 when left out")
    private @Nullable Double multiple;

    @Option(names = "--slippage-bps", paramLabel = "BPS", description = "Slippage in basis points")
    private @Nullable Double slippage;

    @Option(names = "--taxes", negatable = true, description = "Charge the market's taxes beside the basis points")
    private @Nullable Boolean taxes;

    @Option(names = "--cost-profile", paramLabel = "MARKET", description = "Dated costs of a market, such as KR")
    private @Nullable String profile;

    @Option(
            names = "--benchmark",
            paramLabel = "WHAT",
            description = "equal_weight, MARKET:TICKER such as US:SPY, or index:NAME")
    private @Nullable String benchmark;

    @Option(
            names = "--adjust",
            paramLabel = "HOW",
            description = "Prices behind the signals: none, split or all (otherwise)")
    private @Nullable String adjust;

    @Option(
            names = "--participation",
            paramLabel = "FRACTION",
            description = "Largest part of a bar's volume that may be traded; no limit otherwise")
    private @Nullable Double participation;

    @Option(
            names = "--unfilled",
            paramLabel = "WHAT",
            description = "What the market did not fill: cancel (otherwise) or carry")
    private @Nullable String unfilled;

    @Option(names = "--market-rules", description = "Lots, ticks, limits and suspensions as the exchange had them")
    private @Nullable Boolean marketRules;

    @Option(
            names = "--impact",
            paramLabel = "MODEL[:STRENGTH]",
            description = "Slippage by order size: volume_share or square_root, such as square_root:0.8")
    private @Nullable String impact;

    @Option(names = "--conversion-bps", paramLabel = "BPS", description = "Cost of changing money, in basis points")
    private @Nullable Double conversion;

    @Option(
            names = "--withholding",
            paramLabel = "FRACTION",
            description = "Tax kept back from dividends, such as 0.15")
    private @Nullable Double withholding;

    void writeTo(RequestDocument document) {
        impact(document);
        document.set("execution.price", choice(price))
                .set("execution.shares", choice(shares))
                .set("costs.commission_bps", commission)
                .set("costs.slippage_bps", slippage)
                .set("costs.multiple", multiple)
                .set("costs.taxes", taxes)
                .set("costs.profile", profile == null ? null : profile.toUpperCase(Locale.ROOT))
                .set("execution.participation", participation)
                .set("execution.unfilled", choice(unfilled))
                .set("execution.market_rules", marketRules)
                .set("costs.conversion_bps", conversion)
                .set("dividends.withholding", withholding)
                .set("adjust", choice(adjust));
        if (benchmark != null) {
            benchmark(document, benchmark);
        }
    }

    private void impact(RequestDocument document) {
        if (impact == null) {
            return;
        }
        int colon = impact.indexOf(':');
        document.set("costs.slippage.model", choice(colon < 0 ? impact : impact.substring(0, colon)));
        if (colon >= 0) {
            document.set("costs.slippage.strength", number(impact.substring(colon + 1)));
        }
    }

    private static double number(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw new BadInput("--impact: '" + text + "' is no number");
        }
    }

    private static void benchmark(RequestDocument document, String what) {
        int colon = what.indexOf(':');
        if (colon < 0) {
            document.set("benchmark", choice(what));
            return;
        }
        document.remove("benchmark");
        String kind = what.substring(0, colon);
        String name = what.substring(colon + 1);
        if (kind.equalsIgnoreCase("index")) {
            document.set("benchmark.index", name);
            return;
        }
        document.set("benchmark.market", kind.toUpperCase(Locale.ROOT)).set("benchmark.ticker", name);
    }

    private static @Nullable String choice(@Nullable String value) {
        return value == null ? null : value.toLowerCase(Locale.ROOT).replace('-', '_');
    }
}
