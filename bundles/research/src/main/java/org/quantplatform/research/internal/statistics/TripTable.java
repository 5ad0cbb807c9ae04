package org.quantplatform.research.internal.statistics;

import java.time.temporal.ChronoUnit;
import java.util.List;
import org.quantplatform.api.statistics.RoundTrip;
import org.quantplatform.engine.positions.Attribution;
import org.quantplatform.engine.stats.RoundTrips;
import org.quantplatform.model.Instrument;
import org.quantplatform.model.Panel;
import org.quantplatform.research.internal.statistics.Histories.Told;

/** The lives of a run's positions with their dates. */
final class TripTable {

    private TripTable() {}

    static List<RoundTrip> of(Told told) {
        RoundTrips trips = Attribution.of(told.history(), new int[told.history().equity().length], 1)
                .trips();
        return trips.trips().stream().map(trip -> row(trip, told)).toList();
    }

    private static RoundTrip row(RoundTrips.RoundTrip trip, Told told) {
        Panel prices = told.history().prices();
        Instrument instrument = told.instruments().get(trip.asset());
        long days = ChronoUnit.DAYS.between(prices.date(trip.opened()), prices.date(trip.ended()));
        return new RoundTrip(
                instrument.ticker(),
                Groups.sector(instrument),
                trip.side(),
                prices.date(trip.opened()),
                trip.open() ? null : prices.date(trip.ended()),
                Math.toIntExact(days),
                trip.ended() - trip.opened(),
                trip.invested(),
                trip.profit(),
                trip.gain());
    }
}
