package org.quantplatform.api.data;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quantplatform.model.Market;

/**
 * How complete a market's bars are. Instruments count that are not delisted and not synthetic.
 *
 * @param lastSession the latest one that has closed by the market's calendar
 * @param current instruments with a bar on it, or of which a source said that there is none
 * @param behind the others
 * @param completeTo the latest day up to which no instrument is behind; null when one has no bar at all
 * @param lastUpdate id of the latest update, null when there was none
 * @param sources set for the market, in the order in which they are asked
 */
public record DataStatus(
        Market market,
        long instruments,
        long bars,
        @Nullable LocalDate firstDate,
        @Nullable LocalDate lastDate,
        LocalDate lastSession,
        long current,
        long behind,
        @Nullable LocalDate completeTo,
        @Nullable String lastUpdate,
        List<String> sources) {}
