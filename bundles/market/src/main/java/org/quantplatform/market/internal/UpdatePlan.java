package org.quantplatform.market.internal;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.quantplatform.api.data.UpdateMode;
import org.quantplatform.core.data.UpdateStore.Chunk;
import org.quantplatform.core.data.UpdateStore.Span;
import org.quantplatform.core.data.UpdateStore.UpdateChunkKind;

/** Decides which days of which instruments are asked for, in chunks of instruments whose days are alike. */
final class UpdatePlan {

    private static final int CHUNK_OF_FEW_DAYS = 1000;
    private static final int FEW_DAYS = 20;
    private static final int SURPLUS_OF_FEW_DAYS = 5;

    /** Trading before and after the session may have bars, too. */
    private static final int MINUTES_OF_DAY = 1000;

    private final StoredUpdate update;
    private final MarketSessions sessions;
    private final LocalDate earliest;

    /** @param earliest day that any source still has */
    UpdatePlan(StoredUpdate update, MarketSessions sessions, LocalDate earliest) {
        this.update = update;
        this.sessions = sessions;
        this.earliest = earliest;
    }

    /** Days of one instrument. */
    private record Wish(String ticker, LocalDate from, LocalDate to) {}

    /** @param days with a bar by ticker, from the update's first day on; needed for a backfill only */
    List<Chunk> chunks(List<Span> spans, Map<String, int[]> days) {
        Map<String, Span> known = new HashMap<>();
        spans.forEach(span -> known.put(span.ticker(), span));
        List<Wish> wishes = new ArrayList<>();
        for (String ticker : tickers(spans)) {
            Wish wish = update.mode() == UpdateMode.UPDATE
                    ? forward(ticker, known.get(ticker))
                    : gaps(ticker, known.get(ticker), days.getOrDefault(ticker, new int[0]));
            if (wish != null && sessions.count(wish.from(), wish.to()) > 0) {
                wishes.addAll(pieces(wish));
            }
        }
        wishes.sort(Comparator.comparing(Wish::from).thenComparing(Wish::to).thenComparing(Wish::ticker));
        return cut(wishes);
    }

    /** A long range of minutes is asked for piece by piece; of days it is one. */
    private List<Wish> pieces(Wish wish) {
        if (!update.minutes()) {
            return List.of(wish);
        }
        int end = sessions.after(wish.to());
        List<Wish> pieces = new ArrayList<>();
        for (int at = sessions.from(later(wish.from(), earliest)); at < end; at += FEW_DAYS) {
            int last = Math.min(at + FEW_DAYS, end) - 1;
            pieces.add(new Wish(wish.ticker(), sessions.day(at), sessions.day(last)));
        }
        return pieces;
    }

    private Iterable<String> tickers(List<Span> spans) {
        TreeSet<String> tickers = new TreeSet<>(update.tickers());
        if (update.tickers().isEmpty()) {
            spans.stream().filter(span -> !span.synthetic()).map(Span::ticker).forEach(tickers::add);
        }
        return tickers;
    }

    private @Nullable Wish forward(String ticker, @Nullable Span span) {
        LocalDate known = span == null ? null : span.knownTo();
        if (span == null || known == null) {
            return new Wish(ticker, update.startDate(), update.endDate());
        }
        LocalDate delisted = span.delisted();
        LocalDate to = delisted != null && delisted.isBefore(update.endDate()) ? delisted : update.endDate();
        if (delisted != null && !known.isBefore(to)) {
            return null;
        }
        LocalDate from = update.overlapDays() == 0 ? known.plusDays(1) : sessions.back(known, update.overlapDays() - 1);
        LocalDate first = span.firstBar();
        return new Wish(ticker, first != null && first.isAfter(from) ? first : from, to);
    }

    private @Nullable Wish gaps(String ticker, @Nullable Span span, int[] stored) {
        Gaps gaps = new Gaps(sessions, update.startDate(), update.endDate());
        List<int[]> open = gaps.unknown(span, stored);
        return open.isEmpty()
                ? null
                : new Wish(
                        ticker,
                        LocalDate.ofEpochDay(open.get(0)[0]),
                        LocalDate.ofEpochDay(open.get(open.size() - 1)[1]));
    }

    /** First fit, since ranges of other lengths lie between those that are alike. */
    private List<Chunk> cut(List<Wish> wishes) {
        List<Group> groups = new ArrayList<>();
        Deque<Group> open = new ArrayDeque<>();
        for (Wish wish : wishes) {
            open.removeIf(group -> group.isFull() || group.isTooEarlyFor(wish));
            Optional<Group> fitting =
                    open.stream().filter(group -> group.takes(wish)).findFirst();
            Group group = fitting.orElseGet(() -> new Group(wish));
            if (fitting.isEmpty()) {
                groups.add(group);
                open.add(group);
            }
            group.add(wish);
        }
        return groups.stream().map(Group::chunk).toList();
    }

    /** Instruments that are asked for together, all for the days of all of them. */
    private final class Group {

        private final LocalDate from;
        private final List<String> tickers = new ArrayList<>();
        private LocalDate to;
        private int shortest;

        Group(Wish first) {
            this.from = first.from();
            this.to = first.to();
            this.shortest = sessions.count(from, to);
        }

        void add(Wish wish) {
            to = later(to, wish.to());
            shortest = Math.min(shortest, sessions.count(wish.from(), wish.to()));
            tickers.add(wish.ticker());
        }

        boolean takes(Wish wish) {
            LocalDate last = later(to, wish.to());
            int days = sessions.count(from, last);
            int least = Math.min(shortest, sessions.count(wish.from(), wish.to()));
            return !isApart(wish) && days - least <= surplus(least) && fits(tickers.size() + 1, days);
        }

        boolean isFull() {
            return !fits(tickers.size() + 1, sessions.count(from, to));
        }

        /** What comes later is not taken either, since it starts no earlier. */
        boolean isTooEarlyFor(Wish wish) {
            int before = sessions.count(from, wish.from().minusDays(1));
            return isApart(wish) || before > surplus(shortest);
        }

        /** Pieces of minutes that follow each other stay apart. */
        private boolean isApart(Wish wish) {
            return update.minutes() && !wish.from().equals(from);
        }

        Chunk chunk() {
            UpdateChunkKind kind =
                    update.mode() == UpdateMode.UPDATE ? UpdateChunkKind.UPDATE : UpdateChunkKind.BACKFILL;
            return new Chunk(kind, tickers, from, to, (long) sessions.count(from, to) * tickers.size());
        }
    }

    /** How many sessions more may be asked for than are wanted. */
    private static int surplus(int wanted) {
        return Math.max(SURPLUS_OF_FEW_DAYS, wanted / 2);
    }

    private boolean fits(int tickers, int days) {
        int usual = days <= FEW_DAYS ? CHUNK_OF_FEW_DAYS : Chunk.USUAL_TICKERS;
        int most = update.chunkSize() == 0 ? usual : update.chunkSize();
        int rows = update.minutes() ? MINUTES_OF_DAY : 1;
        return tickers <= most && (long) tickers * days * rows <= Chunk.MOST_ROWS;
    }

    private static LocalDate later(LocalDate a, LocalDate b) {
        return a.isAfter(b) ? a : b;
    }
}
