package org.quantplatform.source.yfinance.internal;

import java.util.List;
import java.util.Map;
import org.quantplatform.model.AssetType;
import org.quantplatform.model.Market;

/** The provider's names for tickers, exchanges and kinds of instruments. */
final class Symbols {

    private static final Map<String, String> EXCHANGES = Map.ofEntries(
            Map.entry("NMS", "XNAS"),
            Map.entry("NGM", "XNAS"),
            Map.entry("NCM", "XNAS"),
            Map.entry("NYQ", "XNYS"),
            Map.entry("ASE", "XASE"),
            Map.entry("PCX", "ARCX"),
            Map.entry("BTS", "BATS"),
            Map.entry("KSC", "XKRX"),
            Map.entry("KOE", "XKOS"),
            Map.entry("SHH", "XSHG"),
            Map.entry("SHZ", "XSHE"),
            Map.entry("HKG", "XHKG"),
            Map.entry("JPX", "XTKS"));

    private Symbols() {}

    /** What a ticker may be called, the likeliest first. */
    static List<String> of(Market market, String ticker) {
        return switch (market) {
            case KR -> List.of(ticker + ".KS", ticker + ".KQ");
            case CN -> List.of(ticker + (ticker.startsWith("6") ? ".SS" : ".SZ"));
            case HK -> List.of(hongKong(ticker) + ".HK");
            case JP -> List.of(ticker + ".T");
            default -> List.of(ticker.replace('.', '-'));
        };
    }

    /** Four digits, five from 10000 on, however many zeros the exchange or a broker puts before the number. */
    private static String hongKong(String ticker) {
        return ticker.matches("\\d{1,5}") ? "%04d".formatted(Integer.parseInt(ticker)) : ticker;
    }

    /** ISO 10383 code; the market's own where the provider's is not known. */
    static String exchange(Market market, String code) {
        return EXCHANGES.getOrDefault(code, market.exchange());
    }

    static AssetType type(String word) {
        return switch (word) {
            case "ETF", "MUTUALFUND" -> AssetType.ETF;
            case "INDEX" -> AssetType.INDEX;
            case "CURRENCY" -> AssetType.FX;
            default -> AssetType.STOCK;
        };
    }
}
