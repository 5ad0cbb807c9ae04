package org.quantplatform.source.kis.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quantplatform.fakes.Company.Bar;
import org.quantplatform.fakes.kis.KisProvider;
import org.quantplatform.fakes.kis.KisStream;
import org.quantplatform.model.Market;
import org.quantplatform.source.http.FeedRefused;
import org.quantplatform.source.http.Messages;
import org.quantplatform.source.http.TickerRefused;
import org.quantplatform.source.http.UnreadableAnswer;
import org.quantplatform.spi.PluginException;
import org.quantplatform.spi.data.OrderNotice;
import org.quantplatform.spi.data.Tick;
import org.quantplatform.spi.data.TickSource;
import org.quantplatform.testkit.TickSourceContract;

class KisTicksTest extends TickSourceContract {

    private static final KisStream.Rhythm OFTEN = new KisStream.Rhythm(Duration.ofMillis(30), Duration.ofMillis(50));

    private KisProvider provider;
    private KisStream server;

    @BeforeEach
    void start() {
        provider = Sources.server(Sources.UNLIMITED);
        server = new KisStream(0, provider, Sources.KOREA, Clock.systemUTC(), OFTEN);
        server.start();
    }

    @AfterEach
    void stop() {
        server.close();
        provider.close();
    }

    @Override
    protected TickSource source() {
        return source("");
    }

    private TickSource source(String customerId) {
        return new KisSource(Sources.setup(provider, null, feed(), customerId), Clock.systemUTC());
    }

    private URI feed() {
        return URI.create(server.address() + "/tryitout");
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
        List<Bar> bars = Sources.KOREA.find(ticker).orElseThrow().bars(LocalDate.MIN, LocalDate.now(Market.KR.zone()));
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
    @DisplayName("KIS 63. goes on without a share that is not known, and asks for it when it is named anew")
    void goesOnWithoutUnknownShares() throws Exception {
        Collected sink = new Collected();
        TickSource.Stream stream = source().stream(Market.KR, List.of("980010", "999999"), sink);
        try (stream) {
            await(() -> !sink.ticks().isEmpty() && sink.refusals().size() == 1);
            server.dropAll();
            await(() -> connections() > 1);
            int told = sink.ticks().size();
            await(() -> sink.ticks().size() > told);
            int interruptions = sink.interruptions().size();
            assertThat(server.counters().of("subscribe 1 999999")).isEqualTo(1);
            stream.change(List.of("980010", "980020"));
            await(() -> sink.ticks().stream().anyMatch(tick -> tick.ticker().equals("980020")));
            assertThat(server.counters().of("subscribe 1 999999")).isEqualTo(1);
            stream.change(List.of("980010", "999999"));
            await(() -> sink.refusals().size() == 2);
            stream.change(List.of("980010"));
            int then = sink.ticks().size();
            await(() -> sink.ticks().size() > then);
            assertThat(sink.interruptions()).hasSize(interruptions);
        }
        assertThat(sink.refusals()).containsOnly("999999: OPSP8992 invalid tr_key");
        assertThat(sink.ends()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "OPSP0003, UNSUBSCRIBE ERROR (not found!), ''",
        "OPSP0007, SUBSCRIBE INTERNAL ERROR, 980010",
        "OPSP0008, MAX SUBSCRIBE OVER, 980010"
    })
    @DisplayName("KIS 66. takes the refusal of a share as one of that share alone")
    void takesRefusalsOfSharesAsSuch(String code, String words, String refused) throws Exception {
        LiveTrades trades = trades(new Collected());
        String ticker = "";
        try {
            trades.answer(acknowledgement("H0STCNT0", "980010", code, words));
        } catch (TickerRefused e) {
            ticker = "980010";
            assertThat(e).hasMessage(code + " " + words);
        }
        assertThat(ticker).isEqualTo(refused);
        assertThatThrownBy(() -> trades.answer(acknowledgement("", "", "OPSP9999", "INPUT INSTANCE ERROR")))
                .isInstanceOf(FeedRefused.class);
    }

    @Test
    @DisplayName(
            "KIS 67. sends no pings, since none are answered, and lives on the provider's own while nothing is traded")
    void livesOnTheProvidersPings() throws Exception {
        KisStream.Rhythm night = new KisStream.Rhythm(Duration.ofDays(1), Duration.ofMillis(500));
        try (KisStream quiet = new KisStream(0, provider, Sources.KOREA, Clock.systemUTC(), night)) {
            quiet.start();
            KisSetup setup = Sources.setup(provider, null, quiet.address());
            Duration silence = setup.patience().silence();
            Collected sink = new Collected();
            try (TickSource.Stream stream =
                    new KisSource(setup, Clock.systemUTC()).stream(Market.KR, tickers(), sink)) {
                Thread.sleep(silence.multipliedBy(2).toMillis());
                assertThat(stream).isNotNull();
            }
            assertThat(sink.interruptions()).isEmpty();
            assertThat(quiet.counters().of("pongs")).isPositive();
        }
        assertThat(trades(new Collected()).pingEvery()).isZero();
        assertThat(KisSetup.Patience.usual().silence()).isEqualTo(Duration.ofMinutes(4));
    }

    @Test
    @DisplayName("KIS 72. takes a stream as lost that says nothing at all")
    void noticesSilence() throws Exception {
        KisStream.Rhythm dead = new KisStream.Rhythm(Duration.ofDays(1), Duration.ofDays(1));
        try (KisStream silent = new KisStream(0, provider, Sources.KOREA, Clock.systemUTC(), dead)) {
            silent.start();
            Collected sink = new Collected();
            KisSource source = new KisSource(Sources.setup(provider, null, silent.address()), Clock.systemUTC());
            try (TickSource.Stream stream = source.stream(Market.KR, tickers(), sink)) {
                await(() -> !sink.interruptions().isEmpty());
                assertThat(stream).isNotNull();
            }
            assertThat(sink.interruptions()).startsWith("nothing is heard any more");
        }
    }

    @Test
    @DisplayName("KIS 68. ends for good when the app key is not accepted any more, and asks no more")
    void endsWhenItsKeyIsRevoked() throws Exception {
        Collected sink = new Collected();
        TickSource.Stream stream = source().stream(Market.KR, tickers(), sink);
        try (stream) {
            await(() -> !sink.ticks().isEmpty());
            provider.forbid(KisProvider.KEY);
            server.dropAll();
            await(() -> !sink.ends().isEmpty());
        }
        assertThat(sink.ends()).containsExactly("kis: no token is given for this key: EGW00103 유효하지 않은 AppKey입니다.");
    }

    @Test
    @DisplayName("KIS 69. returns at once and can be closed although the provider does not answer")
    void waitsForItsKeyAlone() throws Exception {
        try (ServerSocket hole = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            URI host = URI.create("http://127.0.0.1:" + hole.getLocalPort());
            KisSetup setup = Sources.setup(provider, null, feed());
            KisSource source = new KisSource(
                    new KisSetup(
                            "kis",
                            new KisSetup.Place(host, host, feed(), false, 0, null),
                            setup.choice(),
                            setup.patience(),
                            setup.account()),
                    Clock.systemUTC());
            Collected sink = new Collected();
            assertTimeoutPreemptively(Duration.ofSeconds(10), () -> {
                try (TickSource.Stream stream = source.stream(Market.KR, tickers(), sink);
                        Socket asking = hole.accept()) {
                    assertThat(asking.isConnected()).isTrue();
                    assertThat(stream.change(List.of("980010"))).isTrue();
                }
            });
            assertThat(sink.interruptions()).isEmpty();
        }
    }

    @Test
    @DisplayName("KIS 70. tells notices of the customer's orders, which come encrypted")
    void tellsNotices() throws Exception {
        Collected sink = new Collected();
        TickSource.Stream stream = source(KisStream.HTS_ID).stream(Market.KR, tickers(), sink);
        try (stream) {
            await(() -> sink.notices().size() > 1 && !sink.ticks().isEmpty());
        }
        OrderNotice notice = sink.notices().get(0);
        assertThat(notice.ticker()).isEqualTo(Sources.KOREA.company(0).ticker());
        assertThat(notice.kind()).isEqualTo(OrderNotice.Kind.FILLED);
        assertThat(notice.price()).isEqualTo(price(notice.ticker()));
        assertThat(notice.time()).isAfter(Instant.now().minusSeconds(60));
        assertThat(notice.toString()).doesNotContain(KisStream.HTS_ID, KisStream.ACCOUNT);
        assertThat(source(KisStream.HTS_ID).mostTickers()).isEqualTo(39);
    }

    @Test
    @DisplayName("KIS 71. goes on with trades when there are no notices for the customer")
    void goesOnWithoutNotices() throws Exception {
        Collected sink = new Collected();
        TickSource.Stream stream = source("somebody-else").stream(Market.KR, tickers(), sink);
        try (stream) {
            await(() -> !sink.ticks().isEmpty());
        }
        assertThat(sink.notices()).isEmpty();
        assertThat(sink.refusals()).isEmpty();
        assertThat(sink.interruptions()).isEmpty();
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
        LiveTrades trades = trades(sink);
        trades.answer("0|H0STCNT0|002|" + record + "^" + record.replace("71800^2^300", "71900^2^400"));
        assertThat(sink.ticks())
                .containsExactly(
                        new Tick(Market.KR, "005930", Instant.parse("2026-01-05T00:30:15Z"), 71800, 120, 71800, 71900),
                        new Tick(Market.KR, "005930", Instant.parse("2026-01-05T00:30:15Z"), 71900, 120, 71800, 71900));
        assertThatThrownBy(() -> trades.answer("0|H0STCNT0|002|" + record)).isInstanceOf(UnreadableAnswer.class);
        assertThatThrownBy(() -> trades.answer("0|H0STCNT0|001|005930^0930")).isInstanceOf(UnreadableAnswer.class);
        assertThatThrownBy(() -> trades.answer("1|H0STCNI0|001|+rtxAqHB")).isInstanceOf(UnreadableAnswer.class);
    }

    private LiveTrades trades(Collected sink) {
        return new LiveTrades(
                new Approval(Sources.setup(provider, null), Sources.account(), Clock.systemUTC()),
                new Notices(false, "", Clock.systemUTC()),
                tickers(),
                sink);
    }

    private static String acknowledgement(String service, String subject, String code, String words) {
        return Messages.text(Map.of(
                "header",
                Map.of("tr_id", service, "tr_key", subject),
                "body",
                Map.of("rt_cd", "1", "msg_cd", code, "msg1", words)));
    }
}
