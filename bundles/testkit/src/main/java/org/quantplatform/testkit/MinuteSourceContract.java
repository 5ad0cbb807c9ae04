package org.quantplatform.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.quantplatform.model.Market;
import org.quantplatform.spi.PluginException;
import org.quantplatform.spi.data.DataSink.BarValues;
import org.quantplatform.spi.data.MinuteRequest;
import org.quantplatform.spi.data.MinuteSource;
import org.quantplatform.testkit.ProviderSourceContract.Trouble;

/**
 * What every source of minute bars keeps to that asks a provider over the network. It runs against a server on this machine
 * whose data is known and whose faults can be set, by a clock at which both stand still.
 */
public abstract class MinuteSourceContract {

    private static final double HALF_A_CENT = 0.005001;
    private static final int MINUTE = 60;

    /** The source as configured. */
    protected abstract MinuteSource source();

    /** The source as configured, but with no key stored; null when the provider asks for none. */
    protected abstract @Nullable MinuteSource sourceWithoutKey();

    protected abstract Market market();

    /** A market of which the source has no minutes. */
    protected abstract Market otherMarket();

    /** Each {@code count}-th request suffers from now on. */
    protected abstract void every(Trouble trouble, int count);

    /** Requests made since the start of the test. */
    protected abstract long requests();

    /** Last of two sessions that follow each other, long past and kept by the provider; the first is a Friday. */
    protected abstract LocalDate monday();

    /** The session that goes on by the clock of the test. */
    protected abstract LocalDate today();

    /** A share that trades throughout. */
    protected abstract String ticker();

    /** All minutes of the share on a day as they were traded, by their start. */
    protected abstract TreeMap<Instant, BarValues> known(LocalDate day);

    /** The share's bar of a day as it was traded. */
    protected abstract BarValues day(LocalDate day);

    /** By how much a stated price may differ from the one that was traded. */
    protected double rounding() {
        return HALF_A_CENT;
    }

    /** Troubles that this provider does not know of minutes. */
    protected Set<Trouble> unknownTroubles() {
        return Set.of();
    }

    private LocalDate friday() {
        return monday().minusDays(3);
    }

    @Test
    @DisplayName("M1. says how far back its minutes reach, and 0 for a market of which it has none")
    void saysHowFarBack() {
        assertThat(source().minuteDays(market())).isPositive();
        assertThat(source().minuteDays(otherMarket())).isZero();
    }

    @Test
    @DisplayName("M2. delivers every minute of two sessions once, by its start in universal time")
    void deliversEveryMinute() throws IOException {
        TreeMap<Instant, BarValues> wanted = known(friday());
        wanted.putAll(known(monday()));
        FakeMinuteSink sink = fetched(days(friday(), monday()));
        assertThat(sink.bars().stream().map(FakeMinuteSink.Bar::start)).doesNotHaveDuplicates();
        assertThat(sink.refusals()).isEmpty();
        assertSame(sink.minutes(ticker()), wanted);
    }

    @Test
    @DisplayName("M3. the minutes of a session add up to its bar")
    void addsUpToTheDay() throws IOException {
        TreeMap<Instant, BarValues> minutes = fetched(days(monday(), monday())).minutes(ticker());
        BarValues day = day(monday());
        assertThat(minutes.firstEntry().getValue().open()).isCloseTo(day.open(), within(rounding()));
        assertThat(minutes.lastEntry().getValue().close()).isCloseTo(day.close(), within(rounding()));
        assertThat(minutes.values().stream().mapToDouble(BarValues::high).max().orElseThrow())
                .isCloseTo(day.high(), within(rounding()));
        assertThat(minutes.values().stream().mapToDouble(BarValues::low).min().orElseThrow())
                .isCloseTo(day.low(), within(rounding()));
        assertThat(minutes.values().stream().mapToDouble(BarValues::volume).sum())
                .isCloseTo(day.volume(), within(volumeTolerance(minutes.size())));
    }

    /** By how much the volume of so many minutes may differ from what was traded. */
    protected double volumeTolerance(int minutes) {
        return minutes;
    }

    @Test
    @DisplayName("M4. delivers the minutes of a range and no other")
    void deliversTheRange() throws IOException {
        Instant[] starts = known(monday()).keySet().toArray(Instant[]::new);
        Instant from = starts[20];
        Instant to = starts[50];
        FakeMinuteSink sink = fetched(new MinuteRequest(market(), List.of(ticker()), from, to));
        assertThat(sink.minutes(ticker()).keySet()).containsExactly(Arrays.copyOfRange(starts, 20, 50));
    }

    @Test
    @DisplayName("M5. delivers nothing of a weekend, and that is no error")
    void deliversNothingOfAWeekend() throws IOException {
        FakeMinuteSink sink = fetched(days(friday().plusDays(1), monday().minusDays(1)));
        assertThat(sink.bars()).isEmpty();
        assertThat(sink.refusals()).isEmpty();
    }

    @Test
    @DisplayName("M6. delivers no minute that may still change, nor one to come")
    void deliversNoMinuteOfNow() throws IOException {
        FakeMinuteSink sink = fetched(days(today(), today().plusDays(7)));
        SortedMap<Instant, BarValues> wanted = known(today());
        sink.minutes(ticker()).forEach((start, values) -> assertSame(values, wanted.get(start), start));
        assertThat(sink.bars()).hasSizeLessThan(wanted.size());
    }

    @Test
    @DisplayName("M7. delivers what is known beside a ticker that nobody knows")
    void deliversBesideUnknownTickers() throws IOException {
        MinuteRequest one = days(monday(), monday());
        FakeMinuteSink sink =
                fetched(new MinuteRequest(market(), List.of("QQQNOSUCH", ticker()), one.from(), one.to()));
        assertSame(sink.minutes(ticker()), known(monday()));
        assertThat(sink.minutes("QQQNOSUCH")).isEmpty();
        assertThat(sink.refusals()).allMatch(refusal -> refusal.ticker().equals("QQQNOSUCH"));
    }

    @ParameterizedTest
    @EnumSource(
            value = Trouble.class,
            names = {"RATE_LIMIT", "SERVER_ERROR", "DROPPED"})
    @DisplayName("M8. delivers the same through trouble that passes")
    void deliversThroughPassingTrouble(Trouble trouble) throws IOException {
        every(trouble, 2);
        assertSame(fetched(days(monday(), monday())).minutes(ticker()), known(monday()));
    }

    @ParameterizedTest
    @EnumSource(
            value = Trouble.class,
            names = {"HTML", "TRUNCATED", "REVOKED_KEY", "SERVER_ERROR"})
    @DisplayName("M9. fails when answers are no data")
    void failsOnAnswersThatAreNoData(Trouble trouble) {
        if (!unknownTroubles().contains(trouble)) {
            every(trouble, 1);
            assertThatThrownBy(() -> fetched(days(monday(), monday()))).isInstanceOf(IOException.class);
        }
    }

    @Test
    @DisplayName("M10. makes no price of an empty row")
    void makesNoPriceOfEmptyRows() throws IOException {
        if (!unknownTroubles().contains(Trouble.NULL_ROWS)) {
            every(Trouble.NULL_ROWS, 3);
            TreeMap<Instant, BarValues> wanted = known(monday());
            TreeMap<Instant, BarValues> minutes =
                    fetched(days(monday(), monday())).minutes(ticker());
            minutes.values().removeIf(values -> Double.isNaN(values.close()));
            assertThat(minutes).isNotEmpty().hasSizeLessThan(wanted.size());
            minutes.forEach((start, values) -> assertSame(values, wanted.get(start), start));
        }
    }

    @Test
    @DisplayName("M11. delivers no minute twice when a page comes twice")
    void deliversNoMinuteTwice() throws IOException {
        every(Trouble.DUPLICATE_PAGES, 2);
        try {
            FakeMinuteSink sink = fetched(days(friday(), monday()));
            assertThat(sink.bars().stream().map(FakeMinuteSink.Bar::start)).doesNotHaveDuplicates();
        } catch (IOException e) {
            assertThat(e).hasMessageContaining("twice");
        }
    }

    @Test
    @DisplayName("M12. refuses a row whose numbers are no numbers and delivers the others")
    void refusesWrongTypes() throws IOException {
        if (!unknownTroubles().contains(Trouble.WRONG_TYPES)) {
            every(Trouble.WRONG_TYPES, 5);
            FakeMinuteSink sink = fetched(days(monday(), monday()));
            assertThat(sink.refusals()).isNotEmpty();
            assertThat(sink.bars()).isNotEmpty();
            TreeMap<Instant, BarValues> wanted = known(monday());
            sink.minutes(ticker()).forEach((start, values) -> assertSame(values, wanted.get(start), start));
        }
    }

    @Test
    @DisplayName("M13. without a key asks nobody and says how to store one")
    void saysThatTheKeyIsMissing() {
        MinuteSource source = sourceWithoutKey();
        if (source != null) {
            assertThatThrownBy(() -> source.fetchMinutes(days(monday(), monday()), FakeMinuteSink.patient()))
                    .isInstanceOf(PluginException.class)
                    .hasMessageContaining("quant secret set");
            assertThat(requests()).isZero();
        }
    }

    @Test
    @DisplayName("M14. ends soon when the work is cancelled")
    void endsWhenCancelled() throws IOException {
        FakeMinuteSink sink = FakeMinuteSink.cancellingAfter(0);
        source().fetchMinutes(days(friday(), monday()), sink);
        assertThat(sink.bars()).isEmpty();
    }

    /** Whole days of the share. */
    private MinuteRequest days(LocalDate from, LocalDate to) {
        return new MinuteRequest(
                market(),
                List.of(ticker()),
                from.atStartOfDay(market().zone()).toInstant(),
                to.plusDays(1).atStartOfDay(market().zone()).toInstant());
    }

    private FakeMinuteSink fetched(MinuteRequest request) throws IOException {
        FakeMinuteSink sink = FakeMinuteSink.patient();
        source().fetchMinutes(request, sink);
        assertThat(sink.bars()).allMatch(bar -> bar.start().getEpochSecond() % MINUTE == 0);
        return sink;
    }

    private void assertSame(SortedMap<Instant, BarValues> minutes, SortedMap<Instant, BarValues> wanted) {
        assertThat(minutes.keySet()).containsExactlyElementsOf(wanted.keySet());
        minutes.forEach((start, values) -> assertSame(values, wanted.get(start), start));
    }

    private void assertSame(BarValues values, @Nullable BarValues wanted, Instant start) {
        assertThat(wanted).as("minute %s", start).isNotNull();
        assertThat(values.open()).as("open of %s", start).isCloseTo(wanted.open(), within(rounding()));
        assertThat(values.high()).as("high of %s", start).isCloseTo(wanted.high(), within(rounding()));
        assertThat(values.low()).as("low of %s", start).isCloseTo(wanted.low(), within(rounding()));
        assertThat(values.close()).as("close of %s", start).isCloseTo(wanted.close(), within(rounding()));
        assertThat(values.volume()).as("volume of %s", start).isCloseTo(wanted.volume(), within(volumeTolerance(1)));
    }
}
