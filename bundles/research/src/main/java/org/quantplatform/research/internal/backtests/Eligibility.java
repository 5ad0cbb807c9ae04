package org.quantplatform.research.internal.backtests;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.quantplatform.json.QuantJson;
import org.quantplatform.model.Field;
import org.quantplatform.model.IndexMember;
import org.quantplatform.model.Instrument;
import org.quantplatform.model.Panel;
import org.quantplatform.model.Universe;
import org.quantplatform.research.internal.scores.Membership;

/** Who belongs to a universe on a day, from what was known then. */
public final class Eligibility implements Membership {

    private static final int LIQUIDITY_DAYS = 21;

    private final Panel prices;
    private final Universe universe;
    private final double[] closes;
    private final boolean[] admitted;
    private final int[] firstBar;
    private final long[] lastListed;
    private final List<List<IndexMember>> memberships;
    private final String description;

    /** @param members of the universe's index; not looked at when it names none */
    Eligibility(Panel prices, List<Instrument> instruments, Universe universe, List<IndexMember> members) {
        this.prices = prices;
        this.universe = universe;
        this.closes = prices.column(Field.CLOSE);
        this.admitted = new boolean[prices.assets()];
        this.firstBar = new int[prices.assets()];
        this.lastListed = new long[prices.assets()];
        this.memberships = memberships(members);
        this.description = QuantJson.write(universe.index() == null ? universe : List.of(universe, members));
        Set<String> excluded = Set.copyOf(universe.exclude());
        Set<String> sectors = Set.copyOf(universe.sectors());
        for (int asset = 0; asset < prices.assets(); asset++) {
            Instrument instrument = instruments.get(asset);
            String sector = instrument.sector();
            admitted[asset] = !excluded.contains(instrument.ticker())
                    && (sectors.isEmpty() || sector != null && sectors.contains(sector));
            firstBar[asset] = firstBar(asset);
            LocalDate delisted = instrument.delisted();
            lastListed[asset] = delisted == null ? Long.MAX_VALUE : delisted.toEpochDay();
        }
    }

    /** An asset counts on its last trading day no more: nobody could trade on that decision. */
    @Override
    public void mask(int day, boolean[] eligible) {
        int days = prices.days();
        int today = prices.epochDay(day);
        for (int asset = 0; asset < eligible.length; asset++) {
            eligible[asset] = admitted[asset]
                    && closes[asset * days + day] > 0
                    && belongs(asset, day)
                    && today < lastListed[asset]
                    && oldEnough(asset, day)
                    && liquid(asset, day);
        }
    }

    @Override
    public String description() {
        return description;
    }

    private int firstBar(int asset) {
        for (int day = 0; day < prices.days(); day++) {
            if (closes[asset * prices.days() + day] > 0) {
                return prices.epochDay(day);
            }
        }
        return Integer.MAX_VALUE;
    }

    private List<List<IndexMember>> memberships(List<IndexMember> members) {
        Map<String, List<IndexMember>> byTicker = members.stream().collect(Collectors.groupingBy(IndexMember::ticker));
        return prices.tickers().stream()
                .map(ticker -> byTicker.getOrDefault(ticker, List.of()))
                .toList();
    }

    private boolean belongs(int asset, int day) {
        if (universe.index() == null) {
            return true;
        }
        LocalDate date = prices.date(day);
        return memberships.get(asset).stream().anyMatch(member -> member.on(date));
    }

    private boolean oldEnough(int asset, int day) {
        Integer age = universe.minAgeDays();
        return age == null || (long) prices.epochDay(day) - firstBar[asset] >= age;
    }

    private boolean liquid(int asset, int day) {
        Double least = universe.minDollarVolume();
        if (least == null) {
            return true;
        }
        int first = Math.max(0, day - LIQUIDITY_DAYS + 1);
        double[] traded = new double[day - first + 1];
        for (int i = 0; i < traded.length; i++) {
            double value = prices.value(Field.CLOSE, asset, first + i) * prices.value(Field.VOLUME, asset, first + i);
            traded[i] = Double.isNaN(value) ? 0 : value;
        }
        Arrays.sort(traded);
        int middle = traded.length / 2;
        double median = traded.length % 2 == 1 ? traded[middle] : (traded[middle - 1] + traded[middle]) / 2;
        return median >= least;
    }
}
