package org.quantplatform.model;

import java.time.LocalDate;
import java.util.Objects;

/**
 * An event that changes what a share is worth without a trade.
 *
 * @param exDate first day on which the share trades without the right
 * @param value for {@code SPLIT} new shares per old share (2.0 for two for one, 0.1 for a consolidation of ten); for
 *     {@code DIVIDEND} cash per share, gross, in the instrument's currency; for {@code DELISTING} cash paid per share
 *     after the last trading day {@code exDate} (0 when the holder gets nothing); for {@code SPIN_OFF} what was given per share was worth, 0 when not known
 */
public record CorporateAction(Market market, String ticker, LocalDate exDate, Kind kind, double value) {

    /** What happened. */
    public enum Kind {
        SPLIT,
        DIVIDEND,
        DELISTING,
        /** Holders got shares of another company, which the platform does not follow. */
        SPIN_OFF
    }

    public CorporateAction {
        Objects.requireNonNull(market, "market");
        Objects.requireNonNull(ticker, "ticker");
        Objects.requireNonNull(exDate, "exDate");
        Objects.requireNonNull(kind, "kind");
        boolean valid = kind == Kind.SPLIT ? value > 0 : value >= 0;
        if (!valid || Double.isInfinite(value)) {
            throw new IllegalArgumentException(kind + " value was " + value);
        }
    }
}
