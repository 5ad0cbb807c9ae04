package org.quantplatform.source.http;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.quantplatform.model.CorporateAction;
import org.quantplatform.model.CorporateAction.Kind;
import org.quantplatform.model.Market;
import org.quantplatform.spi.data.DataSink;

/**
 * Dividends and splits as rows tell of them, gathered until all rows are there. A share has one of each kind on an ex-date,
 * as the store does: cash adds up, ratios of splits multiply.
 *
 * <p>A row that comes twice counts once. For dividends the source says by what a row is told from others: its id, or the
 * whole row where the provider gives none, so that two payments which differ in nothing at all count as one. A split of the
 * same day and ratio is the same split: providers send one under two ids, and nobody splits twice alike on a day.
 */
public final class DailyActions {

    private final Market market;
    private final SortedMap<Key, Day> days =
            new TreeMap<>(Comparator.comparing(Key::ticker).thenComparing(Key::exDate));

    private record Key(String ticker, LocalDate exDate) {}

    private static final class Day {
        private final Set<Object> rows = new HashSet<>();
        private final Set<Double> ratios = new TreeSet<>();
        private BigDecimal cash = BigDecimal.ZERO;
    }

    public DailyActions(Market market) {
        this.market = market;
    }

    /**
     * A payment.
     *
     * @param cash per share
     * @param row equal for rows that tell of the same payment, and for no others
     * @throws IllegalArgumentException when nobody can pay that much
     */
    public void dividend(String ticker, LocalDate exDate, double cash, Object row) {
        CorporateAction payment = new CorporateAction(market, ticker, exDate, Kind.DIVIDEND, cash);
        Day day = day(payment);
        if (day.rows.add(row)) {
            day.cash = day.cash.add(BigDecimal.valueOf(payment.value()));
        }
    }

    /**
     * A split.
     *
     * @param ratio new shares for an old one
     * @throws IllegalArgumentException when it is no ratio
     */
    public void split(String ticker, LocalDate exDate, double ratio) {
        CorporateAction split = new CorporateAction(market, ticker, exDate, Kind.SPLIT, ratio);
        day(split).ratios.add(split.value());
    }

    private Day day(CorporateAction action) {
        return days.computeIfAbsent(new Key(action.ticker(), action.exDate()), missing -> new Day());
    }

    /** By ticker and day. */
    public void deliver(DataSink sink) {
        days.forEach((key, day) -> {
            if (!day.ratios.isEmpty()) {
                double ratio = day.ratios.stream().reduce(1.0, (one, two) -> one * two);
                deliver(key, Kind.SPLIT, ratio, sink);
            }
            if (!day.rows.isEmpty()) {
                deliver(key, Kind.DIVIDEND, day.cash.doubleValue(), sink);
            }
        });
    }

    private void deliver(Key key, Kind kind, double value, DataSink sink) {
        try {
            sink.action(new CorporateAction(market, key.ticker(), key.exDate(), kind, value));
        } catch (IllegalArgumentException e) {
            sink.refuse(0, key.ticker(), key.exDate().toString(), String.valueOf(e.getMessage()));
        }
    }
}
