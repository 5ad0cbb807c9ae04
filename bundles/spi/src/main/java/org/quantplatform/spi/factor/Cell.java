package org.quantplatform.spi.factor;

import org.osgi.annotation.versioning.ProviderType;
import org.quantplatform.model.Field;

/** A cursor on one asset and day that looks back only. Valid during the call it is handed to. */
@ProviderType
public interface Cell {

    /**
     * Value {@code days} trading days before the cursor's day, 0 for the day itself; NaN when absent or before the panel.
     *
     * @throws IllegalArgumentException when {@code days} is negative, or the field was not declared
     */
    double ago(Field field, int days);

    /** The day's own value. */
    default double today(Field field) {
        return ago(field, 0);
    }
}
