package org.quantplatform.store.internal.panels;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quantplatform.core.digest.Sha256;
import org.quantplatform.model.Field;
import org.quantplatform.model.Market;
import org.quantplatform.model.Quality;

/**
 * Names a panel, or one item beside its prices, for ever.
 *
 * @param token of the latest import that changed the market up to the snapshot
 * @param state snapshot id of that import
 * @param to the panel's last possible day, a trading day
 * @param item null for prices and volume
 */
record PanelKey(
        Market market,
        String token,
        long state,
        LocalDate to,
        List<String> tickers,
        Quality quality,
        @Nullable Field item) {

    /** With every bar. */
    PanelKey(Market market, String token, long state, LocalDate to, List<String> tickers, @Nullable Field item) {
        this(market, token, state, to, tickers, Quality.ALL, item);
    }

    PanelKey of(Field another) {
        return new PanelKey(market, token, state, to, tickers, quality, another);
    }

    /** Name of the file of the panel's prices. */
    String fileName() {
        MessageDigest digest = Sha256.digest();
        tickers.forEach(ticker -> digest.update((ticker + "\n").getBytes(StandardCharsets.UTF_8)));
        String selection = tickers.isEmpty() ? "all" : HexFormat.of().formatHex(digest.digest(), 0, 16);
        String kind = quality == Quality.STRICT ? "-strict" : "";
        return market + "-" + token + "-" + to + "-" + selection + kind + PanelDisk.ENDING;
    }
}
