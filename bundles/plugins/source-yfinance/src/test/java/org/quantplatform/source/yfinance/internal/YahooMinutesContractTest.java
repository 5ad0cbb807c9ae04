package org.quantplatform.source.yfinance.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.quantplatform.fakes.Company;
import org.quantplatform.fakes.yfinance.YahooProvider;
import org.quantplatform.model.Market;
import org.quantplatform.sources.fixtures.InventedMinutesContract;
import org.quantplatform.sources.fixtures.Shares;
import org.quantplatform.spi.data.DataSink.BarValues;
import org.quantplatform.spi.data.MinuteRequest;
import org.quantplatform.spi.data.MinuteSource;
import org.quantplatform.testkit.FakeMinuteSink;
import org.quantplatform.testkit.ProviderSourceContract.Trouble;

class YahooMinutesContractTest extends InventedMinutesContract<YahooProvider> {

    /** While a session goes on, after clocks were changed on the 8th. */
    private static final Instant WEDNESDAY = Instant.parse("2026-03-11T15:00:00Z");

    /** Two weeks after two old shares of company 1 became one. */
    private static final Clock AFTER_A_SPLIT = Clock.fixed(Instant.parse("2024-06-22T15:00:00Z"), ZoneOffset.UTC);

    private static final Company PLAIN = Sources.AMERICA.company(5);

    YahooMinutesContractTest() {
        super(WEDNESDAY, PLAIN);
    }

    @Override
    protected YahooProvider newServer(Clock clock) {
        return new YahooProvider(0, Sources.COMPANIES, clock);
    }

    @Override
    protected MinuteSource source(YahooProvider server, Clock clock) {
        return Sources.source(server, clock);
    }

    @Override
    protected Market otherMarket() {
        return Market.VN;
    }

    /** There is no key, and minutes have no rows of nulls there. */
    @Override
    protected Set<Trouble> unknownTroubles() {
        return Set.of(Trouble.REVOKED_KEY, Trouble.NULL_ROWS);
    }

    @Test
    void takesAMonthInWeeks() throws IOException {
        FakeMinuteSink sink = FakeMinuteSink.patient();
        LocalDate first = today().minusDays(source().minuteDays(Market.US) - 1L);
        Instant from = first.atStartOfDay(Market.US.zone()).toInstant();
        source().fetchMinutes(new MinuteRequest(Market.US, List.of(ticker()), from, WEDNESDAY), sink);

        int sessions = PLAIN.bars(first, today().minusDays(1)).size();
        assertThat(sink.bars()).hasSize(sessions * 390);
        assertThat(sink.refusals()).isEmpty();
        assertThat(requests()).isEqualTo(1 + 5);
    }

    @Test
    void makesMinutesBeforeASplitRawAgain() throws IOException {
        Company split = Sources.AMERICA.company(1);
        LocalDate before = LocalDate.of(2024, 6, 7);
        FakeMinuteSink sink = FakeMinuteSink.patient();
        try (YahooProvider later = newServer(AFTER_A_SPLIT)) {
            later.start();
            source(later, AFTER_A_SPLIT)
                    .fetchMinutes(
                            new MinuteRequest(
                                    Market.US,
                                    List.of(split.ticker()),
                                    before.atStartOfDay(Market.US.zone()).toInstant(),
                                    before.plusDays(4)
                                            .atStartOfDay(Market.US.zone())
                                            .toInstant()),
                            sink);
        }
        TreeMap<Instant, BarValues> wanted = Shares.minutes(split, before);
        wanted.putAll(Shares.minutes(split, LocalDate.of(2024, 6, 10)));
        assertThat(sink.minutes(split.ticker()).keySet()).isEqualTo(wanted.keySet());
        sink.minutes(split.ticker()).forEach((start, values) -> assertThat(values.close())
                .isEqualTo(wanted.get(start).close()));
    }
}
