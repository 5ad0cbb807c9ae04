package org.quantplatform.spi.factor;

import java.time.LocalDate;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import org.quantplatform.model.Field;

/**
 * What a factor may see: the declared fields of some assets over all days of a panel. Prices are adjusted for splits and
 * dividends as the request says; items of the accounts are those that the public knew by the close of the day. Absent is
 * NaN. Values are copies, so that nothing a plug-in does reaches the panel.
 */
@ProviderType
public interface FactorInput {

    int assets();

    int days();

    LocalDate date(int day);

    String ticker(int asset);

    Optional<String> sector(int asset);

    /**
     * Whether the asset belongs to the request's universe on that day, by what was known then: whom a factor that compares
     * assets should compare. Where no universe is known, every asset does.
     */
    default boolean isEligible(int asset, int day) {
        return true;
    }

    /**
     * Copies an asset's whole history into {@code target}, which has {@code days()} places.
     *
     * @throws IllegalArgumentException when the field was not declared in the factor's requirements
     */
    void read(int asset, Field field, double[] target);

    /** A new array with an asset's whole history. */
    default double[] history(int asset, Field field) {
        double[] history = new double[days()];
        read(asset, field, history);
        return history;
    }
}
