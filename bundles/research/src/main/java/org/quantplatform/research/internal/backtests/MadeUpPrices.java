package org.quantplatform.research.internal.backtests;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.quantplatform.core.data.MarketPanel;
import org.quantplatform.core.data.PanelQuery;
import org.quantplatform.core.data.PanelSource;
import org.quantplatform.model.Field;
import org.quantplatform.model.IndexMember;
import org.quantplatform.model.Instrument;
import org.quantplatform.model.Market;
import org.quantplatform.model.Panel;

/** Random walks in place of a market; every query gets all of them. */
final class MadeUpPrices implements PanelSource {

    private static final LocalDate FIRST = LocalDate.of(2015, 1, 1);

    private final MarketPanel panel;

    MadeUpPrices(Market market, int assets, int days) {
        List<String> tickers = IntStream.range(0, assets)
                .mapToObj(asset -> String.format("MADE%04d", asset))
                .toList();
        this.panel = new MarketPanel(
                new Panel(market, weekdays(days), tickers, columns(assets, days)),
                tickers.stream()
                        .map(ticker -> Instrument.unknownStock(market, ticker, "NONE", market.currency()))
                        .toList(),
                List.of(),
                "0".repeat(64),
                0);
    }

    @Override
    public long currentSnapshot() {
        return 0;
    }

    @Override
    public MarketPanel load(PanelQuery query) {
        return panel;
    }

    @Override
    public List<IndexMember> members(long snapshot, Market market, String index) {
        return List.of();
    }

    private static int[] weekdays(int count) {
        return LongStream.iterate(FIRST.toEpochDay(), day -> day + 1)
                .filter(day -> LocalDate.ofEpochDay(day).getDayOfWeek().getValue() < DayOfWeek.SATURDAY.getValue())
                .limit(count)
                .mapToInt(Math::toIntExact)
                .toArray();
    }

    private static Map<Field, double[]> columns(int assets, int days) {
        SplittableRandom random = new SplittableRandom(1);
        double[] closes = new double[assets * days];
        double[] volumes = new double[assets * days];
        double price = 0;
        for (int cell = 0; cell < closes.length; cell++) {
            price = cell % days == 0 ? 100 : price * random.nextDouble(0.98, 1.02);
            closes[cell] = price;
            volumes[cell] = random.nextInt(10_000, 1_000_000);
        }
        Map<Field, double[]> columns = new TreeMap<>();
        for (Field field : List.of(Field.OPEN, Field.HIGH, Field.LOW, Field.CLOSE)) {
            columns.put(field, closes);
        }
        columns.put(Field.VOLUME, volumes);
        return columns;
    }
}
