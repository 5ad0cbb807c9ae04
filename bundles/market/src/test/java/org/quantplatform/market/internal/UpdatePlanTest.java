package org.quantplatform.market.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.quantplatform.api.data.UpdateMode;
import org.quantplatform.core.data.UpdateStore.Chunk;
import org.quantplatform.core.data.UpdateStore.Span;
import org.quantplatform.core.data.UpdateStore.UpdateChunkKind;
import org.quantplatform.model.Market;
import org.quantplatform.model.PriceBasis;
import org.quantplatform.rules.us.UnitedStatesMarketRules;

class UpdatePlanTest {

    private static final LocalDate FIVE_YEARS = LocalDate.parse("2019-06-17");
    /** A Friday. */
    private static final LocalDate END = LocalDate.parse("2024-06-14");

    private static final LocalDate EARLIER = LocalDate.parse("2000-01-03");
    private static final MarketSessions SESSIONS =
            MarketSessions.between(new UnitedStatesMarketRules(), LocalDate.parse("1999-01-04"), END);

    private static StoredUpdate update(UpdateMode mode, int chunkSize, String timeframe, List<String> tickers) {
        return new StoredUpdate(
                Market.US,
                List.of("one"),
                mode,
                tickers,
                FIVE_YEARS,
                END,
                5,
                chunkSize,
                true,
                PriceBasis.RAW,
                Map.of(),
                timeframe);
    }

    private static Span span(String ticker, @Nullable String first, @Nullable String last, @Nullable String delisted) {
        return new Span(ticker, false, null, date(delisted), date(first), date(last), null, null, List.of());
    }

    private static @Nullable LocalDate date(@Nullable String text) {
        return text == null ? null : LocalDate.parse(text);
    }

    private static List<String> names(String prefix, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "%s%05d".formatted(prefix, i))
                .toList();
    }

    private static List<Span> current(List<String> tickers, String last) {
        return tickers.stream()
                .map(ticker -> span(ticker, EARLIER.toString(), last, null))
                .toList();
    }

    private static List<Chunk> plan(StoredUpdate update, List<Span> spans) {
        return new UpdatePlan(update, SESSIONS, LocalDate.MIN).chunks(spans, Map.of());
    }

    private static StoredUpdate forward(List<String> tickers) {
        return update(UpdateMode.UPDATE, 0, "1d", tickers);
    }

    private static Set<String> tickers(List<Chunk> chunks) {
        List<String> all =
                chunks.stream().flatMap(chunk -> chunk.tickers().stream()).toList();
        assertThat(all).doesNotHaveDuplicates();
        return new TreeSet<>(all);
    }

    private static long requested(LocalDate from, int tickers) {
        return (long) SESSIONS.count(from, END) * tickers;
    }

    @Test
    void asksForTheHistoryOfANewInstrumentAlone() {
        List<String> known = names("K", 199);
        List<Span> spans = new ArrayList<>(current(known, "2024-06-13"));
        spans.add(span("NEW", null, null, null));
        LocalDate overlap = LocalDate.parse("2024-06-07");

        assertThat(plan(forward(List.of()), spans))
                .containsExactly(
                        new Chunk(UpdateChunkKind.UPDATE, List.of("NEW"), FIVE_YEARS, END, requested(FIVE_YEARS, 1)),
                        new Chunk(UpdateChunkKind.UPDATE, known, overlap, END, requested(overlap, 199)));
    }

    @Test
    void asksTogetherForWhatIsNearlyAlike() {
        List<Span> spans = new ArrayList<>(current(names("A", 50), "2024-06-13"));
        spans.addAll(current(names("B", 50), "2024-06-10"));
        spans.addAll(current(names("C", 50), "2023-06-13"));
        spans.addAll(current(names("D", 50), "2023-05-15"));

        assertThat(plan(forward(List.of()), spans))
                .extracting(chunk -> chunk.from() + " " + chunk.tickers().size())
                .containsExactly("2023-05-09 100", "2024-06-04 100");
    }

    @Test
    void boundsWhatIsAskedForBeyondWhatIsWanted() {
        List<Span> spans = new ArrayList<>();
        Map<String, Integer> wanted = new TreeMap<>();
        for (int i = 0; i < 600; i++) {
            LocalDate last = SESSIONS.back(END, 1 + i * 7 % 1000);
            LocalDate to = i % 3 == 0 ? SESSIONS.back(END, i * 7 % 1000 / 2) : END;
            String delisted = to.equals(END) ? null : to.toString();
            spans.add(span("T%05d".formatted(i), EARLIER.toString(), last.toString(), delisted));
            wanted.put("T%05d".formatted(i), SESSIONS.count(SESSIONS.back(last, 4), to));
        }
        List<Chunk> chunks = plan(forward(List.of()), spans);

        assertThat(tickers(chunks)).isEqualTo(wanted.keySet());
        assertThat(chunks).hasSizeLessThan(60).allSatisfy(chunk -> {
            int asked = SESSIONS.count(chunk.from(), chunk.to());
            assertThat(chunk.tickers())
                    .allMatch(ticker -> asked <= Math.max(wanted.get(ticker) + 5, wanted.get(ticker) * 1.5));
        });
    }

    @Test
    void takesAThousandInstrumentsForFewDaysAndTwoHundredForMany() {
        assertThat(plan(forward(List.of()), current(names("A", 2100), "2024-06-13")))
                .extracting(chunk -> chunk.tickers().size())
                .containsExactly(1000, 1000, 100);
        assertThat(plan(forward(names("A", 450)), List.of()))
                .extracting(chunk -> chunk.tickers().size())
                .containsExactly(200, 200, 50);
        assertThat(plan(update(UpdateMode.UPDATE, 3, "1d", names("A", 7)), List.of()))
                .extracting(chunk -> chunk.tickers().size())
                .containsExactly(3, 3, 1);
    }

    @Test
    void holdsNoMoreRowsThanFitIntoMemory() {
        List<Chunk> chunks = plan(update(UpdateMode.UPDATE, 5000, "1d", names("A", 1000)), List.of());

        assertThat(tickers(chunks)).hasSize(1000);
        assertThat(chunks).hasSize(3).allMatch(chunk -> chunk.requested() <= Chunk.MOST_ROWS);
    }

    @Test
    void leavesOutWhatIsDelistedOrComplete() {
        List<Span> spans = List.of(
                span("GONE", "2010-01-04", "2020-03-02", "2020-03-02"),
                span("LATE", "2010-01-04", "2020-02-28", "2020-03-02"));

        assertThat(plan(forward(List.of()), spans)).extracting(Chunk::tickers).containsExactly(List.of("LATE"));
    }

    @Test
    void fillsGapsThatLieApartOneByOne() {
        List<Span> spans = current(List.of("A", "B", "C"), "2024-06-14");
        int[] all = SESSIONS.days();
        Map<String, int[]> days = Map.of(
                "A", without(all, LocalDate.parse("2020-03-02")),
                "B", without(all, LocalDate.parse("2020-03-04")),
                "C", without(all, LocalDate.parse("2024-03-04")));

        List<Chunk> chunks = new UpdatePlan(update(UpdateMode.BACKFILL, 0, "1d", List.of()), SESSIONS, LocalDate.MIN)
                .chunks(spans, days);

        assertThat(chunks)
                .containsExactly(
                        new Chunk(
                                UpdateChunkKind.BACKFILL,
                                List.of("A", "B"),
                                LocalDate.parse("2020-03-02"),
                                LocalDate.parse("2020-03-04"),
                                6),
                        new Chunk(
                                UpdateChunkKind.BACKFILL,
                                List.of("C"),
                                LocalDate.parse("2024-03-04"),
                                LocalDate.parse("2024-03-04"),
                                1));
    }

    private static int[] without(int[] days, LocalDate day) {
        return IntStream.of(days).filter(other -> other != day.toEpochDay()).toArray();
    }

    @Test
    void cutsMinutesIntoPiecesOfTwentySessions() {
        StoredUpdate minutes = update(UpdateMode.UPDATE, 0, "1m", List.of());
        List<Span> spans = names("A", 30).stream()
                .map(ticker -> span(ticker, null, null, null))
                .toList();
        LocalDate kept = LocalDate.parse("2024-05-01");

        List<Chunk> chunks = new UpdatePlan(minutes, SESSIONS, kept).chunks(spans, Map.of());

        assertThat(chunks)
                .extracting(chunk ->
                        chunk.from() + " " + chunk.to() + " " + chunk.tickers().size())
                .containsExactly("2024-05-01 2024-05-29 25", "2024-05-01 2024-05-29 5", "2024-05-30 2024-06-14 30");
    }
}
