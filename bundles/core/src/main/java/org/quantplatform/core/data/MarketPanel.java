package org.quantplatform.core.data;

import java.util.List;
import org.quantplatform.model.CorporateAction;
import org.quantplatform.model.Instrument;
import org.quantplatform.model.Panel;

/**
 * Bars of a market under a snapshot, with the items that were asked for.
 *
 * @param prices open, high, low, close and volume as stated by their source, on the market's trading days from the first
 *     to the last bar of these instruments, or to the day after a delisting, on which it pays; beside them the items that
 *     the query named and of which anything is stored
 * @param instruments one per asset of {@code prices}, in its order
 * @param actions those that the stated prices do not contain already, in order of ticker, then day
 * @param digest SHA-256 over the values of {@code prices} and {@code actions}, as 64 hexadecimal digits
 */
public record MarketPanel(
        Panel prices, List<Instrument> instruments, List<CorporateAction> actions, String digest, long snapshot) {

    public boolean synthetic() {
        return instruments.stream().anyMatch(Instrument::synthetic);
    }
}
