package org.quantplatform.spi.market;

import java.util.Objects;
import org.quantplatform.model.AssetType;

/**
 * What rules tell instruments apart by.
 *
 * @param exchange ISO 10383 code
 */
public record Listing(String ticker, String exchange, AssetType type) {

    public Listing {
        Objects.requireNonNull(ticker, "ticker");
        Objects.requireNonNull(exchange, "exchange");
        Objects.requireNonNull(type, "type");
    }
}
