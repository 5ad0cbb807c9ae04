package org.quantplatform.api.data;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quantplatform.model.PriceBasis;

/**
 * How stored bars are compared with those of another source.
 *
 * @param sources ids of data sources; each instrument is asked for at the first of them that its latest bar does not come
 *     from; those that are set for the market when left out
 * @param priceBasis what these sources have done to prices, {@code RAW} when left out
 * @param instruments how many are asked for at most, spread evenly over those that are checked; 1 to 1000, 100 when left out
 * @param closeTolerance by how much the other close may differ, as a fraction of the stored one; 0.005 when left out
 * @param volumeTolerance the same of volumes; 0.5 when left out
 */
public record CompareWith(
        @Nullable List<String> sources,
        @Nullable PriceBasis priceBasis,
        @Nullable Integer instruments,
        @Nullable Double closeTolerance,
        @Nullable Double volumeTolerance) {

    /** With everything as it is when left out. */
    public static CompareWith others() {
        return new CompareWith(null, null, null, null, null);
    }
}
