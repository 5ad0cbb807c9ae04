package org.quantplatform.source.demo.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.quantplatform.model.CorporateAction;
import org.quantplatform.model.CorporateAction.Kind;
import org.quantplatform.model.Fundamental;
import org.quantplatform.model.Instrument;
import org.quantplatform.model.Market;
import org.quantplatform.spi.PluginException;
import org.quantplatform.spi.data.DataKind;
import org.quantplatform.spi.data.DataRequest;
import org.quantplatform.testkit.FakeDataSink;
import org.quantplatform.testkit.FakeDataSink.Bar;

class DemoSourceTest {

    private static FakeDataSink all;
    private static Map<String, List<Bar>> histories;

    @BeforeAll
    static void play() {
        all = play(Set.of(Market.US, Market.KR, Market.CN), Map.of());
        histories = all.bars().stream().collect(Collectors.groupingBy(Bar::ticker, TreeMap::new, Collectors.toList()));
    }

    private static FakeDataSink play(Set<Market> markets, Map<String, String> options) {
        FakeDataSink sink = FakeDataSink.patient();
        var request = new DataRequest(Set.of(DataKind.values()), markets, List.of(), null, null, options, List.of());
        new DemoSource().fetch(request, sink);
        return sink;
    }

    @Test
    void givesTheSameBytesOnEveryMachine() {
        assertThat(digest(all)).isEqualTo("2e1abaf30e44103e14c57f9037a482b8c9b0e3d350cd210527b68c34b74a4ef7");
    }

    /** Prices that a document quotes stay as they are, whatever accounts come to say. */
    @Test
    void accountsChangeNoPrice() {
        FakeDataSink prices = FakeDataSink.patient();
        Set<DataKind> kinds = Set.of(DataKind.DAILY_BARS, DataKind.CORPORATE_ACTIONS);
        Set<Market> markets = Set.of(Market.US, Market.KR, Market.CN);
        new DemoSource().fetch(new DataRequest(kinds, markets, List.of(), null, null, Map.of(), List.of()), prices);
        assertThat(digest(prices)).isEqualTo("bd5a1bf71bd5549f6e2b716a0ebfd6a93198c4b68193d7e7874c7b5dac4170e9");
    }

    @Test
    void doesNotLetOneMarketDependOnAnother() {
        FakeDataSink alone = play(Set.of(Market.KR), Map.of());
        assertThat(alone.bars())
                .isEqualTo(
                        all.bars().stream().filter(b -> b.market() == Market.KR).toList());
    }

    @Test
    void makesThreeMarketsOfElevenSectors() {
        assertThat(all.instruments()).hasSize(320).allMatch(Instrument::synthetic);
        assertThat(all.instruments()).extracting(Instrument::ticker).doesNotHaveDuplicates();
        assertThat(all.instruments())
                .allMatch(i -> i.ticker().length() <= 12 && i.name().startsWith("Synthetic "));
        assertThat(all.instruments().stream().map(Instrument::sector).distinct())
                .hasSize(11);
        assertThat(all.bars().size()).isBetween(760_000, 840_000);
        assertThat(all.bars().get(0).date()).isEqualTo(LocalDate.of(2015, 1, 1));
        assertThat(all.bars().get(2608).date()).isEqualTo(LocalDate.of(2024, 12, 31));
    }

    @Test
    void keepsOpenAndCloseBetweenLowAndHigh() {
        assertThat(all.bars()).allMatch(b -> {
            var v = b.values();
            return v.low() > 0
                    && v.low() <= Math.min(v.open(), v.close())
                    && v.high() >= Math.max(v.open(), v.close())
                    && v.volume() > 0;
        });
    }

    @Test
    void quotesInTheMarketsUnits() {
        assertThat(all.bars()).allMatch(b -> {
            double units = b.values().close() * (b.market() == Market.KR ? 1 : 100);
            return Math.abs(units - Math.rint(units)) < 1e-6;
        });
        assertThat(all.bars())
                .filteredOn(b -> b.market() == Market.CN)
                .allMatch(b -> b.values().volume() % 100 == 0);
    }

    @Test
    void showsSplitsInRawPricesAndNotInAdjustedOnes() {
        List<CorporateAction> splits = ofKind(Kind.SPLIT);
        assertThat(splits).hasSizeGreaterThan(40);
        assertThat(splits)
                .anyMatch(s -> s.value() < 1)
                .anyMatch(s -> s.value() == 2)
                .anyMatch(s -> s.value() == 5);
        for (CorporateAction split : splits) {
            double raw = growth(split);
            assertThat(raw * split.value()).as("%s", split).isBetween(0.6, 1.4);
            assertThat(Math.abs(Math.log(raw))).as("%s", split).isGreaterThan(0.15);
        }
    }

    @Test
    void paysDividendsInAllMarkets() {
        Map<Market, Long> paid = ofKind(Kind.DIVIDEND).stream()
                .collect(Collectors.groupingBy(CorporateAction::market, Collectors.counting()));
        assertThat(paid.get(Market.US)).isGreaterThan(1500);
        assertThat(paid.get(Market.KR)).isGreaterThan(300);
        assertThat(paid.get(Market.CN)).isGreaterThan(300);
    }

    @Test
    void delistsSomeWithAndSomeWithoutValueOnTheirLastDay() {
        List<CorporateAction> ends = ofKind(Kind.DELISTING);
        assertThat(ends).hasSizeBetween(8, 40).anyMatch(e -> e.value() == 0).anyMatch(e -> e.value() > 0);
        Map<String, Instrument> byTicker =
                all.instruments().stream().collect(Collectors.toMap(Instrument::ticker, Function.identity()));
        for (CorporateAction end : ends) {
            assertThat(last(end.ticker()).date()).isEqualTo(end.exDate());
            assertThat(byTicker.get(end.ticker()).delisted()).isEqualTo(end.exDate());
        }
    }

    @Test
    void listsSomeLateAndSuspendsSome() {
        LocalDate first = all.bars().get(0).date();
        assertThat(histories.values())
                .filteredOn(h -> h.get(0).date().isAfter(first))
                .hasSizeGreaterThan(25);
        assertThat(histories.values()).filteredOn(DemoSourceTest::hasGap).hasSizeBetween(3, 30);
    }

    @Test
    void publishesAccountsThirtyToSixtyDaysAfterTheQuarter() {
        assertThat(all.fundamentals())
                .hasSizeGreaterThan(70_000)
                .allMatch(f -> !f.published().isBefore(f.periodEnd().plusDays(30))
                        && !f.published().isAfter(f.periodEnd().plusDays(60)));
        assertThat(all.fundamentals().stream().map(Fundamental::item).distinct())
                .containsExactlyInAnyOrder(
                        "book_value",
                        "cash",
                        "dividends_per_share",
                        "ebitda",
                        "free_cash_flow",
                        "gross_profit",
                        "net_income",
                        "operating_cash_flow",
                        "operating_income",
                        "revenue",
                        "shares_outstanding",
                        "total_assets",
                        "total_debt");
    }

    @Test
    void sharesAreThoseOfTheDayOfPublication() {
        CorporateAction split = ofKind(Kind.SPLIT).stream()
                .filter(each -> each.value() == 5)
                .findFirst()
                .orElseThrow();
        List<Fundamental> counts = all.fundamentals().stream()
                .filter(f -> f.ticker().equals(split.ticker()) && f.item().equals("shares_outstanding"))
                .sorted(Comparator.comparing(Fundamental::published))
                .toList();
        Fundamental before = counts.stream()
                .filter(f -> f.published().isBefore(split.exDate()))
                .reduce((first, second) -> second)
                .orElseThrow();
        Fundamental after = counts.get(counts.indexOf(before) + 1);
        assertThat(after.periodEnd())
                .isBetween(split.exDate().minusDays(61), split.exDate().plusDays(92));
        assertThat(after.value()).isEqualTo(5 * before.value());
    }

    @Test
    void servesTheTickersAndDatesAskedFor() {
        FakeDataSink sink = FakeDataSink.patient();
        LocalDate from = LocalDate.of(2020, 1, 1);
        LocalDate to = LocalDate.of(2020, 1, 31);
        new DemoSource()
                .fetch(
                        new DataRequest(
                                Set.of(DataKind.DAILY_BARS),
                                Set.of(Market.US),
                                List.of("SYNUS-ENE01"),
                                from,
                                to,
                                Map.of(),
                                List.of()),
                        sink);
        assertThat(sink.bars()).hasSize(23);
        assertThat(sink.kinds()).containsExactly(DataKind.DAILY_BARS);
    }

    @Test
    void refusesOptions() {
        assertThatThrownBy(() -> play(Set.of(Market.US), Map.of("seed", "1")))
                .isInstanceOf(PluginException.class)
                .hasMessageContaining("seed");
    }

    private static List<CorporateAction> ofKind(Kind kind) {
        return all.actions().stream().filter(a -> a.kind() == kind).toList();
    }

    private static Bar last(String ticker) {
        List<Bar> history = histories.get(ticker);
        return history.get(history.size() - 1);
    }

    /** Raw close of the action's day over that of the day before. */
    private static double growth(CorporateAction action) {
        List<Bar> history = histories.get(action.ticker());
        Map<LocalDate, Integer> index = new HashMap<>();
        for (int i = 0; i < history.size(); i++) {
            index.put(history.get(i).date(), i);
        }
        int at = index.get(action.exDate());
        return history.get(at).values().close() / history.get(at - 1).values().close();
    }

    private static boolean hasGap(Collection<Bar> history) {
        LocalDate before = null;
        for (Bar bar : history) {
            if (before != null && before.plusDays(5).isBefore(bar.date())) {
                return true;
            }
            before = bar.date();
        }
        return false;
    }

    /** Over the bits of the numbers, because Java's way to write a double has changed over time. */
    private static String digest(FakeDataSink sink) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            ByteBuffer buffer = ByteBuffer.allocate(64);
            for (Bar bar : sink.bars()) {
                buffer.clear();
                buffer.putInt(bar.ticker().hashCode()).putLong(bar.date().toEpochDay());
                var v = bar.values();
                buffer.putDouble(v.open()).putDouble(v.high()).putDouble(v.low());
                buffer.putDouble(v.close()).putDouble(v.volume());
                sha.update(buffer.flip());
            }
            for (CorporateAction a : sink.actions()) {
                text(sha, a.ticker() + a.exDate() + a.kind() + Double.doubleToLongBits(a.value()));
            }
            for (Fundamental f : sink.fundamentals()) {
                text(sha, f.ticker() + f.item() + f.published() + Double.doubleToLongBits(f.value()));
            }
            sink.instruments().forEach(i -> text(sha, i.toString()));
            return HexFormat.of().formatHex(sha.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void text(MessageDigest sha, String text) {
        sha.update(text.getBytes(StandardCharsets.UTF_8));
    }
}
