package org.quantplatform.source.kis.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.quantplatform.fakes.Company.Bar;
import org.quantplatform.fakes.kis.KisProvider;
import org.quantplatform.fakes.kis.KisStream;
import org.quantplatform.model.Market;
import org.quantplatform.source.http.UnreadableAnswer;
import org.quantplatform.spi.PluginException;
import org.quantplatform.spi.data.Tick;
import org.quantplatform.spi.data.TickSource;
import org.quantplatform.testkit.TickSourceContract;

class KisTicksTest extends TickSourceContract {

    private KisProvider provider;
    private KisStream server;

    @BeforeEach
    void start() {
        provider = Sources.server(Sources.UNLIMITED);
        server = new KisStream(0, provider, Sources.KOREA, Clock.systemUTC(), Duration.ofMillis(30));
        server.start();
    }

    @AfterEach
    void stop() {
        server.close();
        provider.close();
    }

    @Override
    protected TickSource source() {
        URI feed = URI.create(server.address() + "/tryitout");
        return new KisSource(Sources.setup(provider, null, feed), Clock.systemUTC());
    }

    @Override
    protected Market market() {
        return Market.KR;
    }

    @Override
    protected List<String> tickers() {
        return List.of("980010", "980020");
    }

    @Override
    protected double price(String ticker) {
        List<Bar> bars = Sources.KOREA.find(ticker).orElseThrow().bars(LocalDate.MIN, LocalDate.now());
        return bars.get(bars.size() - 1).close();
    }

    @Override
    protected void dropConnections() {
        server.dropAll();
    }

    @Override
    protected long connections() {
        return server.counters().of("connections");
    }

    @Test
    @DisplayName("KIS 60. answers each PINGPONG with the same text")
    void answersPings() throws Exception {
        Collected sink = new Collected();
        TickSource.Stream stream = source().stream(Market.KR, tickers(), sink);
        try (stream) {
            await(() -> server.counters().of("pongs") > 2);
        }
        assertThat(sink.ticks()).allMatch(tick -> tick.bid() < tick.price() && tick.price() < tick.ask());
    }

    @Test
    @DisplayName("KIS 61. gets another key for streams when the one it has is not known any more")
    void renewsItsKey() throws Exception {
        Collected sink = new Collected();
        TickSource.Stream stream = source().stream(Market.KR, tickers(), sink);
        try (stream) {
            await(() -> !sink.ticks().isEmpty());
            provider.forgetApprovals();
            server.dropAll();
            await(() -> provider.counters().of("approvals") == 2);
            int told = sink.ticks().size();
            await(() -> sink.ticks().size() > told);
        }
        assertThat(sink.ends()).isEmpty();
    }

    @Test
    @DisplayName("KIS 62. waits for its turn when another session uses the app key")
    void waitsForItsTurn() throws Exception {
        Collected first = new Collected();
        Collected second = new Collected();
        TickSource.Stream holder = source().stream(Market.KR, List.of("980010"), first);
        await(() -> !first.ticks().isEmpty());
        TickSource.Stream waiting = source().stream(Market.KR, List.of("980020"), second);
        try (waiting) {
            await(() -> second.interruptions().contains("OPSP8996 ALREADY IN USE appkey"));
            holder.close();
            await(() -> !second.ticks().isEmpty());
        }
        assertThat(second.ends()).isEmpty();
    }

    @Test
    @DisplayName("KIS 63. ends for good when a share is not known")
    void endsOnUnknownShares() throws Exception {
        Collected sink = new Collected();
        TickSource.Stream stream = source().stream(Market.KR, List.of("999999"), sink);
        try (stream) {
            await(() -> !sink.ends().isEmpty());
        }
        assertThat(sink.ends()).containsExactly("OPSP8992 invalid tr_key");
    }

    @Test
    @DisplayName("KIS 64. refuses more shares than a session may have, and other markets")
    void refusesTooManyShares() {
        List<String> many = Collections.nCopies(41, "980010");
        assertThatThrownBy(() -> source().stream(Market.KR, many, new Collected()))
                .isInstanceOf(PluginException.class);
        assertThatThrownBy(() -> source().stream(Market.US, List.of("QZAA"), new Collected()))
                .isInstanceOf(PluginException.class);
    }

    @Test
    @DisplayName("KIS 65. reads a frame of 47 fields by its own width, in Korean time; a frame that is cut is left out")
    void readsFrames() throws Exception {
        String prices = "005930^093015^71800^2^300^0.42^71650.12^71500^72000^71400^71900^71800^120";
        String sums = "^3456789^247654321000^15000^16000^1000^105.30^1600000^1700000^1^0.51^88.20";
        String extremes = "^090005^2^300^091500^5^-200^090100^2^400^20260105^20^N^1200^3400";
        String book = "^250000^310000^0.06^3400000^101.67^0^^71500^2";
        String record = prices + sums + extremes + book;
        Collected sink = new Collected();
        LiveTrades trades = new LiveTrades(
                new Approval(Sources.setup(provider, null), Sources.account(), Clock.systemUTC()),
                "P",
                tickers(),
                sink);
        trades.answer("0|H0STCNT0|002|" + record + "^" + record.replace("71800^2^300", "71900^2^400"));
        assertThat(sink.ticks())
                .containsExactly(
                        new Tick(Market.KR, "005930", Instant.parse("2026-01-05T00:30:15Z"), 71800, 120, 71800, 71900),
                        new Tick(Market.KR, "005930", Instant.parse("2026-01-05T00:30:15Z"), 71900, 120, 71800, 71900));
        assertThatThrownBy(() -> trades.answer("0|H0STCNT0|002|" + record)).isInstanceOf(UnreadableAnswer.class);
        assertThatThrownBy(() -> trades.answer("0|H0STCNT0|001|005930^0930")).isInstanceOf(UnreadableAnswer.class);
        assertThatThrownBy(() -> trades.answer("1|H0STCNI0|001|+rtxAqHB")).isInstanceOf(UnreadableAnswer.class);
    }
}
