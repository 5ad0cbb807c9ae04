package org.quantplatform.store.internal.imports;

import java.util.Locale;
import org.quantplatform.model.PriceBasis;

/** Where the rows of an import come from. */
public record Origin(String importId, String source, PriceBasis basis) {

    String basisCode() {
        return basis.name().toLowerCase(Locale.ROOT);
    }
}
