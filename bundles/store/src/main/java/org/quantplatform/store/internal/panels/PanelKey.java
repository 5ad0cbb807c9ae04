package org.quantplatform.store.internal.panels;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import org.quantplatform.model.Market;

/**
 * Names a panel for ever.
 *
 * @param token of the latest import that changed the market up to the snapshot
 * @param state snapshot id of that import
 * @param to the panel's last possible day, a trading day
 */
record PanelKey(Market market, String token, long state, LocalDate to, List<String> tickers) {

    /** Name of the panel's file. */
    String fileName() {
        MessageDigest digest = PanelDigest.sha256();
        tickers.forEach(ticker -> digest.update((ticker + "\n").getBytes(StandardCharsets.UTF_8)));
        String selection = tickers.isEmpty() ? "all" : HexFormat.of().formatHex(digest.digest(), 0, 16);
        return market + "-" + token + "-" + to + "-" + selection + PanelDisk.ENDING;
    }
}
