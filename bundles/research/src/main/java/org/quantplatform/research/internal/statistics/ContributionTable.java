package org.quantplatform.research.internal.statistics;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToIntFunction;
import org.quantplatform.api.statistics.Contribution;
import org.quantplatform.api.statistics.Grouping;
import org.quantplatform.engine.positions.Attribution;
import org.quantplatform.engine.positions.Attribution.Part;
import org.quantplatform.engine.positions.History;
import org.quantplatform.engine.stats.RoundTrips.RoundTrip;
import org.quantplatform.research.internal.statistics.Histories.Told;

/** Where a run's profit came from, by ticker, sector or year. */
final class ContributionTable {

    private static final String CASH = "(cash)";
    /** What is left of sums that cancel each other, as a fraction of the capital. */
    private static final double ROUNDING = 1e-9;

    private final History history;
    private final Attribution attribution;
    private final Groups groups;
    private final int[] won;
    private final int[] closed;

    private ContributionTable(History history, Attribution attribution, Groups groups) {
        this.history = history;
        this.attribution = attribution;
        this.groups = groups;
        this.won = new int[groups.names().size()];
        this.closed = new int[groups.names().size()];
    }

    static List<Contribution> of(Told told, List<LocalDate> dates, Grouping by) {
        Groups years = Groups.years(dates);
        Attribution attribution =
                Attribution.of(told.history(), years.of(), years.names().size());
        return switch (by) {
            case YEAR -> new ContributionTable(told.history(), attribution, years).ofYears();
            case SECTOR ->
                new ContributionTable(told.history(), attribution, Groups.sectors(told.instruments())).ofAssets();
            case TICKER ->
                new ContributionTable(
                                told.history(),
                                attribution,
                                Groups.tickers(told.history().prices().tickers()))
                        .ofAssets();
        };
    }

    private List<Contribution> ofYears() {
        count(trip -> groups.of()[trip.ended() - history.firstDay()]);
        int[] days = new int[won.length];
        for (int year : groups.of()) {
            days[year]++;
        }
        List<Contribution> rows = new ArrayList<>();
        for (int year = 0; year < won.length; year++) {
            rows.add(row(year, attribution.ofSpan(year), days[year]));
        }
        addRest(rows);
        return rows;
    }

    private List<Contribution> ofAssets() {
        count(trip -> groups.of()[trip.asset()]);
        Part[] parts = new Part[won.length];
        for (int asset = 0; asset < groups.of().length; asset++) {
            Part part = attribution.ofAsset(asset);
            int group = groups.of()[asset];
            parts[group] = parts[group] == null ? new Part() : parts[group];
            parts[group].add(part);
        }
        List<Contribution> rows = new ArrayList<>();
        for (int group = 0; group < parts.length; group++) {
            if (parts[group].fills() > 0) {
                rows.add(row(group, parts[group], history.equity().length));
            }
        }
        addRest(rows);
        rows.sort(Comparator.comparingDouble(Contribution::profit).reversed().thenComparing(Contribution::key));
        return rows;
    }

    private void count(ToIntFunction<RoundTrip> groupOf) {
        for (RoundTrip trip : attribution.trips().ended()) {
            int group = groupOf.applyAsInt(trip);
            closed[group]++;
            won[group] += trip.profit() > 0 ? 1 : 0;
        }
    }

    private Contribution row(int group, Part part, int days) {
        return new Contribution(
                groups.names().get(group),
                part.profit(),
                part.profit() / history.capital(),
                part.dividends(),
                part.costs(),
                part.traded(),
                part.fills(),
                closed[group],
                closed[group] == 0 ? Double.NaN : (double) won[group] / closed[group],
                part.weights() / days,
                part.closes());
    }

    private void addRest(List<Contribution> rows) {
        double rest = attribution.rest();
        if (Math.abs(rest) > ROUNDING * history.capital()) {
            double share = rest / history.capital();
            rows.add(new Contribution(CASH, rest, share, 0, 0, 0, 0, 0, Double.NaN, Double.NaN, 0));
        }
    }
}
