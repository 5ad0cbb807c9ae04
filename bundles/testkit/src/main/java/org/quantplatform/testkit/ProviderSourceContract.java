package org.quantplatform.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.quantplatform.model.CorporateAction;
import org.quantplatform.model.Fundamental;
import org.quantplatform.model.Market;
import org.quantplatform.spi.PluginException;
import org.quantplatform.spi.data.DataKind;
import org.quantplatform.spi.data.DataRequest;
import org.quantplatform.spi.data.DataSource;

/**
 * What every source keeps to that asks a provider over the network. It runs against a server on this machine whose data
 * is known and whose faults can be set. Whatever is written to the error stream, where the log goes in tests, is
 * searched for the key.
 */
public abstract class ProviderSourceContract extends DataSourceContract {

    private static final double CENT_OF_A_CENT = 1e-4;

    private PrintStream screen;
    private ByteArrayOutputStream written;

    /** Trouble that the server can make. */
    public enum Trouble {
        RATE_LIMIT,
        SERVER_ERROR,
        HTML,
        TRUNCATED,
        DROPPED,
        NULL_ROWS,
        DUPLICATE_PAGES,
        WRONG_TYPES,
        REVOKED_KEY,
        CLOCK_SKEW
    }

    /**
     * A share of which everything is known.
     *
     * @param bars of all days from the listing on, as they were traded, ascending
     */
    public record Known(Market market, String ticker, List<FakeDataSink.Bar> bars, List<CorporateAction> actions) {

        List<FakeDataSink.Bar> bars(LocalDate from, LocalDate to) {
            return bars.stream()
                    .filter(bar -> !bar.date().isBefore(from) && !bar.date().isAfter(to))
                    .toList();
        }
    }

    /** The source as configured, but with no key stored; null when the provider asks for none. */
    protected abstract @Nullable DataSource sourceWithoutKey();

    /** What must never be shown; empty when there is none. */
    protected abstract String key();

    /** Each {@code count}-th request suffers from now on. */
    protected abstract void every(Trouble trouble, int count);

    /** Requests made since the start of the test. */
    protected abstract long requests();

    /** A share listed throughout 2019 to 2024, without splits in 2023. */
    protected abstract Known plain();

    /** A share that was split between 2020-08-01 and 2020-09-30, and paid dividends in 2020. */
    protected abstract Known split();

    /** A share whose last day was in the first half of 2023. */
    protected abstract Known delisted();

    /** Options that a request for accounts needs. */
    protected Map<String, String> accountOptions() {
        return Map.of();
    }

    /** Troubles that this provider does not know. */
    protected Set<Trouble> unknownTroubles() {
        return EnumSet.noneOf(Trouble.class);
    }

    @BeforeEach
    final void listen() {
        screen = System.err;
        written = new ByteArrayOutputStream();
        System.setErr(new PrintStream(written, true, StandardCharsets.UTF_8));
    }

    @AfterEach
    final void searchForKey() {
        System.setErr(screen);
        if (!key().isEmpty()) {
            assertThat(written.toString(StandardCharsets.UTF_8)).doesNotContain(key());
        }
    }

    @Test
    @DisplayName("9. without a key asks nobody and says how to store one")
    void saysThatTheKeyIsMissing() {
        DataSource source = sourceWithoutKey();
        if (source != null) {
            assertThatThrownBy(() -> source.fetch(request(), FakeDataSink.patient()))
                    .isInstanceOf(PluginException.class)
                    .hasMessageContaining("quant secret set");
            assertThat(requests()).isZero();
        }
    }

    @Test
    @DisplayName("10. delivers bars as they were traded, on their own days, across both changes of the clock")
    void deliversBarsOfAYear() throws IOException {
        expect(plain(), LocalDate.of(2023, 1, 1), LocalDate.of(2023, 12, 31));
    }

    @Test
    @DisplayName("11. delivers prices before a split unadjusted, and the split beside them")
    void deliversRawPricesAndSplits() throws IOException {
        FakeDataSink sink = expect(split(), LocalDate.of(2020, 8, 3), LocalDate.of(2020, 9, 30));
        List<CorporateAction> splits = sink.actions().stream()
                .filter(action -> action.kind() == CorporateAction.Kind.SPLIT)
                .toList();
        assertThat(splits).isNotEmpty().isEqualTo(expected(split(), CorporateAction.Kind.SPLIT, sink));
    }

    @Test
    @DisplayName("12. delivers dividends as they were paid, each once")
    void deliversDividends() throws IOException {
        FakeDataSink sink = expect(split(), LocalDate.of(2020, 1, 1), LocalDate.of(2020, 12, 31));
        List<CorporateAction> paid = sink.actions().stream()
                .filter(action -> action.kind() == CorporateAction.Kind.DIVIDEND)
                .toList();
        List<CorporateAction> wanted = expected(split(), CorporateAction.Kind.DIVIDEND, sink);
        assertThat(paid).hasSameSizeAs(wanted);
        for (int i = 0; i < paid.size(); i++) {
            assertThat(paid.get(i).exDate()).isEqualTo(wanted.get(i).exDate());
            assertThat(paid.get(i).value()).isCloseTo(wanted.get(i).value(), within(CENT_OF_A_CENT));
        }
    }

    @Test
    @DisplayName("13. delivers a delisted share until its last day")
    void deliversDelistedShares() throws IOException {
        expect(delisted(), LocalDate.of(2023, 1, 1), LocalDate.of(2023, 12, 31));
    }

    @Test
    @DisplayName("14. delivers nothing for days without trading, and that is no error")
    void deliversNothingOnAWeekend() throws IOException {
        FakeDataSink sink = fetched(barsOf(plain(), LocalDate.of(2024, 1, 6), LocalDate.of(2024, 1, 7)));
        assertThat(sink.bars()).isEmpty();
        assertThat(sink.refusals()).isEmpty();
    }

    @Test
    @DisplayName("15. delivers nothing for days to come")
    void deliversNothingOfTheFuture() throws IOException {
        every(Trouble.CLOCK_SKEW, 1);
        LocalDate today = LocalDate.now();
        FakeDataSink sink = fetched(barsOf(plain(), today.minusDays(20), today.plusYears(2)));
        assertThat(sink.bars()).isNotEmpty().allMatch(bar -> !bar.date().isAfter(today));
    }

    @Test
    @DisplayName("16. delivers what is known beside a ticker that nobody knows")
    void deliversBesideUnknownTickers() throws IOException {
        DataRequest request = new DataRequest(
                Set.of(DataKind.DAILY_BARS),
                Set.of(plain().market()),
                List.of("QQQNOSUCH", plain().ticker()),
                LocalDate.of(2023, 3, 1),
                LocalDate.of(2023, 3, 31),
                Map.of(),
                List.of());
        FakeDataSink sink = fetched(request);
        assertThat(sink.bars()).hasSameSizeAs(plain().bars(request.from(), request.to()));
    }

    @ParameterizedTest
    @EnumSource(
            value = Trouble.class,
            names = {"RATE_LIMIT", "SERVER_ERROR", "DROPPED"})
    @DisplayName("17. delivers the same through trouble that passes")
    void deliversThroughPassingTrouble(Trouble trouble) throws IOException {
        every(trouble, 2);
        expect(plain(), LocalDate.of(2023, 1, 1), LocalDate.of(2023, 3, 31));
    }

    @ParameterizedTest
    @EnumSource(
            value = Trouble.class,
            names = {"HTML", "TRUNCATED", "REVOKED_KEY", "SERVER_ERROR"})
    @DisplayName("18. fails, and does not show the key, when answers are no data")
    void failsOnAnswersThatAreNoData(Trouble trouble) {
        if (unknownTroubles().contains(trouble)) {
            return;
        }
        every(trouble, 1);
        DataRequest request = barsOf(plain(), LocalDate.of(2023, 1, 1), LocalDate.of(2023, 3, 31));
        assertThatThrownBy(() -> fetched(request))
                .isInstanceOf(IOException.class)
                .satisfies(e -> {
                    for (Throwable each = e; each != null; each = each.getCause()) {
                        if (!key().isEmpty()) {
                            assertThat(String.valueOf(each)).doesNotContain(key());
                        }
                    }
                });
    }

    @Test
    @DisplayName("19. makes no price of an empty row")
    void makesNoPriceOfEmptyRows() throws IOException {
        every(Trouble.NULL_ROWS, 3);
        FakeDataSink sink = fetched(barsOf(plain(), LocalDate.of(2023, 1, 1), LocalDate.of(2023, 1, 31)));
        List<FakeDataSink.Bar> known = plain().bars(LocalDate.of(2023, 1, 1), LocalDate.of(2023, 1, 31));
        List<FakeDataSink.Bar> whole = sink.bars().stream()
                .filter(bar -> !Double.isNaN(bar.values().close()))
                .toList();
        assertThat(whole).isNotEmpty().hasSizeLessThan(known.size());
        for (FakeDataSink.Bar bar : whole) {
            same(
                    bar,
                    known.stream()
                            .filter(b -> b.date().equals(bar.date()))
                            .findFirst()
                            .orElseThrow());
        }
    }

    @Test
    @DisplayName("20. delivers no day twice when a page comes twice")
    void deliversNoDayTwice() throws IOException {
        every(Trouble.DUPLICATE_PAGES, 2);
        try {
            FakeDataSink sink = fetched(barsOf(plain(), LocalDate.of(2019, 1, 1), LocalDate.of(2024, 12, 31)));
            assertThat(sink.bars().stream().map(FakeDataSink.Bar::date)).doesNotHaveDuplicates();
        } catch (IOException e) {
            assertThat(e).hasMessageContaining("twice");
        }
    }

    @Test
    @DisplayName("21. refuses a row whose numbers are no numbers and delivers the others")
    void refusesWrongTypes() throws IOException {
        if (unknownTroubles().contains(Trouble.WRONG_TYPES)) {
            return;
        }
        every(Trouble.WRONG_TYPES, 5);
        FakeDataSink sink = fetched(barsOf(plain(), LocalDate.of(2023, 1, 1), LocalDate.of(2023, 1, 31)));
        assertThat(sink.bars()).isNotEmpty();
        assertThat(sink.refusals()).isNotEmpty();
        int known = plain().bars(LocalDate.of(2023, 1, 1), LocalDate.of(2023, 1, 31))
                .size();
        assertThat(sink.bars().size() + sink.refusals().size()).isEqualTo(known);
    }

    @Test
    @DisplayName("22. refuses options that it does not know")
    void refusesUnknownOptions() {
        DataRequest known = request();
        DataRequest request = new DataRequest(
                known.kinds(),
                known.markets(),
                known.tickers(),
                known.from(),
                known.to(),
                Map.of("colour", "red"),
                List.of());
        assertThatThrownBy(() -> fetched(request))
                .isInstanceOf(PluginException.class)
                .hasMessageContaining("colour");
    }

    @Test
    @DisplayName("23. delivers no accounts that were published before their period ended")
    void deliversAccountsWithTheirDay() throws IOException {
        if (!source().capabilities().kinds().contains(DataKind.FUNDAMENTALS)) {
            return;
        }
        assertThat(accounts(LocalDate.of(2020, 1, 1), LocalDate.of(2026, 6, 30)))
                .isNotEmpty()
                .allMatch(fact -> fact.published().isAfter(fact.periodEnd()));
    }

    @Test
    @DisplayName("24. delivers the accounts that were published in the range asked for, and no others")
    void deliversAccountsByTheirPublication() throws IOException {
        if (!source().capabilities().kinds().contains(DataKind.FUNDAMENTALS)) {
            return;
        }
        List<Fundamental> all = accounts(LocalDate.of(2020, 1, 1), LocalDate.of(2026, 6, 30));
        LocalDate day = all.get(all.size() / 2).published();
        assertThat(accounts(day, day))
                .containsExactlyInAnyOrderElementsOf(all.stream()
                        .filter(fact -> fact.published().equals(day))
                        .toList());
        assertThat(accounts(day.minusDays(1), day.minusDays(1)))
                .containsExactlyInAnyOrderElementsOf(all.stream()
                        .filter(fact -> fact.published().equals(day.minusDays(1)))
                        .toList());
    }

    private List<Fundamental> accounts(LocalDate from, LocalDate to) throws IOException {
        return fetched(new DataRequest(
                        Set.of(DataKind.FUNDAMENTALS),
                        Set.of(plain().market()),
                        List.of(plain().ticker()),
                        from,
                        to,
                        accountOptions(),
                        List.of()))
                .fundamentals();
    }

    private FakeDataSink expect(Known share, LocalDate from, LocalDate to) throws IOException {
        FakeDataSink sink = fetched(barsOf(share, from, to));
        List<FakeDataSink.Bar> wanted = share.bars(from, to);
        assertThat(sink.bars().stream().map(FakeDataSink.Bar::date).toList())
                .isEqualTo(wanted.stream().map(FakeDataSink.Bar::date).toList());
        for (int i = 0; i < wanted.size(); i++) {
            same(sink.bars().get(i), wanted.get(i));
        }
        return sink;
    }

    /** Within what a provider's rounding may cost. */
    private static void same(FakeDataSink.Bar bar, FakeDataSink.Bar wanted) {
        double tolerance = Math.max(CENT_OF_A_CENT, Math.abs(wanted.values().close()) * 1e-6);
        assertThat(bar.values().open())
                .as("open of %s", bar)
                .isCloseTo(wanted.values().open(), within(tolerance));
        assertThat(bar.values().high())
                .as("high of %s", bar)
                .isCloseTo(wanted.values().high(), within(tolerance));
        assertThat(bar.values().low())
                .as("low of %s", bar)
                .isCloseTo(wanted.values().low(), within(tolerance));
        assertThat(bar.values().close())
                .as("close of %s", bar)
                .isCloseTo(wanted.values().close(), within(tolerance));
        assertThat(bar.values().volume())
                .as("volume of %s", bar)
                .isCloseTo(wanted.values().volume(), within(1.0));
    }

    private static List<CorporateAction> expected(Known share, CorporateAction.Kind kind, FakeDataSink sink) {
        LocalDate first = sink.bars().get(0).date();
        LocalDate last = sink.bars().get(sink.bars().size() - 1).date();
        return share.actions().stream()
                .filter(action -> action.kind() == kind)
                .filter(action ->
                        !action.exDate().isBefore(first) && !action.exDate().isAfter(last))
                .toList();
    }

    /** Bars and actions of one share. */
    protected static DataRequest barsOf(Known share, LocalDate from, LocalDate to) {
        return new DataRequest(
                Set.of(DataKind.DAILY_BARS, DataKind.CORPORATE_ACTIONS),
                Set.of(share.market()),
                List.of(share.ticker()),
                from,
                to,
                Map.of(),
                List.of());
    }

    private FakeDataSink fetched(DataRequest request) throws IOException {
        FakeDataSink sink = FakeDataSink.patient();
        source().fetch(request, sink);
        return sink;
    }
}
