package org.quantplatform.research.internal.scores;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.quantplatform.core.data.MarketPanel;
import org.quantplatform.core.digest.Sha256;
import org.quantplatform.core.plugins.BoundPlugin;
import org.quantplatform.json.QuantJson;
import org.quantplatform.model.Adjust;
import org.quantplatform.model.Instrument;
import org.quantplatform.research.internal.requests.BoundSpec;
import org.quantplatform.spi.factor.Factor;

/**
 * Everything that decides a factor's scores, to the last bit.
 *
 * @param code digest of the factor's jar
 * @param parameters as JSON, defaults filled in, in order of name
 * @param panel digest of days, tickers and values
 * @param sectors digest of the assets' sectors, which a factor sees beside the panel
 * @param company whom a factor compares, and as of which snapshot; empty for one that compares nobody
 */
record ScoreKey(
        String code, String factor, String parameters, String panel, String sectors, Adjust adjust, String company) {

    static ScoreKey of(BoundPlugin<Factor<?>> factor, MarketPanel market, Adjust adjust, String company) {
        return new ScoreKey(
                factor.pin().sha256(),
                factor.pin().id(),
                QuantJson.write(factor.values()),
                market.digest(),
                sectors(market.instruments()),
                adjust,
                BoundSpec.comparesAssets(factor) ? market.snapshot() + " " + company : "");
    }

    private static String sectors(List<Instrument> instruments) {
        MessageDigest digest = Sha256.digest();
        for (Instrument instrument : instruments) {
            // no sector has a line feed in its name: the separator cannot be forged
            String line = Objects.requireNonNullElse(instrument.sector(), "\n") + "\n";
            digest.update(line.getBytes(StandardCharsets.UTF_8));
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
