package org.quantplatform.spi.data;

import java.util.Set;
import org.quantplatform.model.Market;

/**
 * What a source can do.
 *
 * @param readsFiles true when it needs files from the caller
 * @param synthetic true when its data is generated; everything from it is labelled so
 */
public record Capabilities(Set<Market> markets, Set<DataKind> kinds, boolean readsFiles, boolean synthetic) {

    public Capabilities {
        markets = Set.copyOf(markets);
        kinds = Set.copyOf(kinds);
    }
}
