package org.quantplatform.store.internal.panels;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.quantplatform.model.Field;
import org.quantplatform.model.Panel;
import org.quantplatform.model.PriceBasis;
import org.quantplatform.store.internal.InstrumentRows.Known;
import org.quantplatform.store.internal.panels.AccountTimeline.Event;
import org.quantplatform.store.internal.sql.CopyReader;
import org.quantplatform.store.internal.sql.Session;

/**
 * Reads items of the accounts and lays them out over a panel's days.
 */
final class AccountReader {

    private static final AccountField SHARES = new AccountField("shares_outstanding", false, false);

    private final Session session;
    private final PanelKey key;
    private final Panel prices;
    private final List<Known> instruments;

    AccountReader(Session session, PanelKey key, Panel prices) throws SQLException {
        this.session = session;
        this.key = key;
        this.prices = prices;
        this.instruments = PanelReader.instruments(session, key).stream()
                .filter(known -> asset(known) >= 0)
                .toList();
    }

    /** Asset-major; empty when none of the panel's instruments has ever published it. */
    Optional<double[]> item(AccountField field) throws SQLException {
        Map<Integer, List<Event>> events = publications(field);
        if (events.isEmpty()) {
            return Optional.empty();
        }
        addSplits(events);
        double[] column = new double[prices.assets() * prices.days()];
        Arrays.fill(column, Double.NaN);
        for (Known known : instruments) {
            List<Event> own = events.get(known.id());
            if (own != null) {
                boolean containsSplits = known.basis() != PriceBasis.RAW;
                new AccountTimeline(field, containsSplits, own).fill(prices, asset(known), column);
            }
        }
        return Optional.of(column);
    }

    /** No value where the stated prices contain dividends: at these nobody could trade. */
    Optional<double[]> marketCap() throws SQLException {
        Optional<double[]> shares = item(SHARES);
        shares.ifPresent(column -> {
            double[] closes = prices.column(Field.CLOSE);
            for (int i = 0; i < column.length; i++) {
                column[i] *= closes[i];
            }
            for (Known known : instruments) {
                if (known.basis() == PriceBasis.FULL) {
                    int start = asset(known) * prices.days();
                    Arrays.fill(column, start, start + prices.days(), Double.NaN);
                }
            }
        });
        return shares;
    }

    private Map<Integer, List<Event>> publications(AccountField field) throws SQLException {
        Map<Integer, List<Event>> events = new HashMap<>();
        CopyReader copy = new CopyReader(session, publicationsQuery(field.sources()));
        while (copy.next()) {
            int id = copy.number();
            int source = copy.number();
            int periodEnd = copy.epochDay();
            int published = copy.epochDay();
            Event event = Event.publication(published, source, periodEnd, copy.real());
            events.computeIfAbsent(id, each -> new ArrayList<>()).add(event);
        }
        events.keySet().retainAll(instruments.stream().map(Known::id).collect(Collectors.toSet()));
        return events;
    }

    /** Names of fields, numbers and dates only: COPY takes no parameters. */
    private String publicationsQuery(List<String> sources) {
        StringBuilder number = new StringBuilder("case item");
        for (int i = 0; i < sources.size(); i++) {
            number.append(" when '").append(sources.get(i)).append("' then ").append(i);
        }
        return "select instrument_id, " + number
                + " end, period_end, published, value from fundamentals where item in ('"
                + String.join("','", sources) + "')" + asOf()
                + " and published <= '" + prices.date(prices.days() - 1) + "'";
    }

    private void addSplits(Map<Integer, List<Event>> events) throws SQLException {
        CopyReader copy = new CopyReader(
                session, "select instrument_id, ex_date, value from corporate_actions where kind = 'split'" + asOf());
        while (copy.next()) {
            int id = copy.number();
            Event split = Event.split(copy.epochDay(), copy.real());
            if (events.containsKey(id)) {
                events.get(id).add(split);
            }
        }
    }

    private String asOf() {
        String some = key.tickers().isEmpty() ? "" : " and " + PanelReader.among(instruments);
        return some + " and import_id <= " + key.state() + " and (replaced_by is null or replaced_by > " + key.state()
                + ")";
    }

    private int asset(Known known) {
        return Collections.binarySearch(prices.tickers(), known.instrument().ticker());
    }
}
