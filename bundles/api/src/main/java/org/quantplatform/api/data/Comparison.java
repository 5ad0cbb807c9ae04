package org.quantplatform.api.data;

import java.util.List;
import java.util.Map;

/**
 * How stored bars agree with those of other sources.
 *
 * @param sources that were to be asked
 * @param closeTolerance by how much closes might differ, as a fraction of the stored one
 * @param volumeTolerance the same of volumes
 * @param instruments of which at least one bar was compared
 * @param bars whose closes were compared
 * @param different bars of which close or volume differ by more
 * @param notCompared bars by reason: {@code not_sampled}, {@code synthetic}, {@code same_source} (the stored bar comes from the
 *     source that was asked), {@code no_bar} (the other source has none), {@code source_failed}, {@code price_basis},
 *     {@code currency}; and {@code no_volume} for those of which the close alone was compared
 */
public record Comparison(
        List<String> sources,
        double closeTolerance,
        double volumeTolerance,
        long instruments,
        long bars,
        long different,
        Map<String, Long> notCompared) {}
