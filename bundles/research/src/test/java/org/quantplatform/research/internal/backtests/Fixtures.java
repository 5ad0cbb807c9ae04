package org.quantplatform.research.internal.backtests;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.quantplatform.api.backtests.BacktestRequest;
import org.quantplatform.core.backtests.BacktestStore.NewBacktest;
import org.quantplatform.core.backtests.BacktestStore.Result;
import org.quantplatform.core.data.MarketPanel;
import org.quantplatform.core.data.PanelQuery;
import org.quantplatform.core.data.PanelSource;
import org.quantplatform.core.jobs.JobContext;
import org.quantplatform.core.jobs.JobHandler.JobCancelled;
import org.quantplatform.model.CorporateAction;
import org.quantplatform.model.ErrorCode;
import org.quantplatform.model.Field;
import org.quantplatform.model.IndexMember;
import org.quantplatform.model.Instrument;
import org.quantplatform.model.Market;
import org.quantplatform.model.Panel;
import org.quantplatform.model.QuantException;
import org.quantplatform.research.internal.scores.ScoreCache;

/** Panels and the small ports around a calculation. */
public final class Fixtures {

    private Fixtures() {}

    public static final JobContext JOB = new JobContext() {
        @Override
        public String id() {
            return "bt_20260101_001";
        }

        @Override
        public long ownerId() {
            return 1;
        }

        @Override
        public String requestJson() {
            return "{}";
        }

        @Override
        public void progress(long done, long total, Map<String, Object> values) {}

        @Override
        public boolean cancelled() {
            return false;
        }
    };

    /** A backtest by itself. */
    public static Result backtest(PanelSource source, BacktestRequest request) throws JobCancelled {
        TestPlugins plugins = new TestPlugins();
        NewBacktest planned =
                new BacktestPlanner(new NoStrategies(), new MemoryExpressions(), plugins, source).plan(request, 1);
        return new BacktestCalculation(Pins.resolve(planned.pinned(), plugins), source, JOB).run(ScoreCache.none());
    }

    /** Closes only; the other prices are the close too. */
    public static Panel panel(Market market, int[] days, List<String> tickers, double[] closes) {
        Map<Field, double[]> columns = new HashMap<>();
        for (Field field : List.of(Field.OPEN, Field.HIGH, Field.LOW, Field.CLOSE)) {
            columns.put(field, closes.clone());
        }
        double[] volume = new double[closes.length];
        Arrays.fill(volume, 1000);
        columns.put(Field.VOLUME, volume);
        return new Panel(market, days, tickers, columns);
    }

    public static Panel random(int assets, LocalDate from, int count) {
        Random random = new Random(7);
        int[] days = weekdays(from, count);
        List<String> tickers = new ArrayList<>();
        double[] closes = new double[assets * count];
        for (int asset = 0; asset < assets; asset++) {
            tickers.add(String.format("T%03d", asset));
            double price = 50;
            for (int day = 0; day < count; day++) {
                price *= 1 + 0.02 * random.nextGaussian();
                closes[asset * count + day] = price;
            }
        }
        return panel(Market.US, days, tickers, closes);
    }

    public static int[] weekdays(LocalDate from, int count) {
        int[] days = new int[count];
        LocalDate date = from;
        for (int i = 0; i < count; date = date.plusDays(1)) {
            if (date.getDayOfWeek() != DayOfWeek.SATURDAY && date.getDayOfWeek() != DayOfWeek.SUNDAY) {
                days[i++] = Math.toIntExact(date.toEpochDay());
            }
        }
        return days;
    }

    /** Gives prices and volume, and of the panel's other fields those that are asked for. */
    public static PanelSource source(Panel panel, List<CorporateAction> actions) {
        return source(panel, actions, List.of());
    }

    public static PanelSource source(Panel panel, List<CorporateAction> actions, List<IndexMember> members) {
        return new PanelSource() {
            @Override
            public List<IndexMember> members(long snapshot, Market market, String index) {
                return members.stream()
                        .filter(member -> member.index().equals(index))
                        .toList();
            }

            @Override
            public long currentSnapshot() {
                return 1;
            }

            @Override
            public MarketPanel load(PanelQuery query) {
                int last = query.to() == null ? panel.days() - 1 : panel.lastDayTo(query.to());
                boolean known = query.market() == panel.market()
                        && (query.tickers().isEmpty()
                                || query.tickers().stream().anyMatch(panel.tickers()::contains));
                if (!known || last < 0) {
                    throw QuantException.of(ErrorCode.NO_DATA, "no bars");
                }
                Panel cut = asked(panel.head(last + 1), query.items());
                List<Instrument> instruments = cut.tickers().stream()
                        .map(t -> Instrument.unknownStock(panel.market(), t, "XNYS", "USD"))
                        .toList();
                return new MarketPanel(cut, instruments, actions, "d".repeat(64), 1);
            }
        };
    }

    private static Panel asked(Panel panel, Set<Field> items) {
        Map<Field, double[]> columns = new HashMap<>();
        for (Field field : panel.fields()) {
            if (field.isPrice() || field.equals(Field.VOLUME) || items.contains(field)) {
                columns.put(field, panel.column(field));
            }
        }
        int[] days = new int[panel.days()];
        Arrays.setAll(days, panel::epochDay);
        return new Panel(panel.market(), days, panel.tickers(), columns);
    }
}
