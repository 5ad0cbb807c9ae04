package org.quantplatform.market.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.quantplatform.api.Page;
import org.quantplatform.api.PageRequest;
import org.quantplatform.api.data.DataStatus;
import org.quantplatform.api.data.Gap;
import org.quantplatform.api.data.GapQuery;
import org.quantplatform.api.data.MarketInfo;
import org.quantplatform.api.data.Schedule;
import org.quantplatform.api.data.ScheduleRequest;
import org.quantplatform.api.data.Timeframe;
import org.quantplatform.api.data.UpdateChunk;
import org.quantplatform.api.data.UpdateReport;
import org.quantplatform.api.data.UpdateRequest;
import org.quantplatform.api.data.Updates;
import org.quantplatform.core.data.MarketStore;
import org.quantplatform.core.data.ScheduleStore;
import org.quantplatform.core.data.UpdateStore;
import org.quantplatform.core.data.UpdateStore.Span;
import org.quantplatform.core.identity.Caller;
import org.quantplatform.model.Market;
import org.quantplatform.model.QuantException;
import org.quantplatform.spi.market.MarketRules;

/** Updates as one caller sees them; the data belongs to all. */
final class CallerUpdates implements Updates {

    private static final int USUAL_DAYS = 365;
    private static final int MOST_DAYS = 3660;

    private final Caller caller;
    private final Desks desks;
    private final Stores stores;
    private final Markets markets;

    /** Where everything is looked up. */
    record Stores(UpdateStore updates, MarketStore market, ScheduleStore schedules) {}

    /** Who takes requests. */
    record Desks(UpdateDesk updates, ScheduleDesk schedules) {}

    /** What is known of markets. */
    record Markets(Rulebook rules, SourceChains chains, Clock clock) {

        LocalDate latestClosed(Market market) {
            return MarketSessions.latestClosed(market, rules.of(market), clock);
        }
    }

    CallerUpdates(Caller caller, Desks desks, Stores stores, Markets markets) {
        this.caller = caller;
        this.desks = desks;
        this.stores = stores;
        this.markets = markets;
    }

    @Override
    public UpdateReport submit(UpdateRequest request, Optional<String> idempotencyKey) {
        return desks.updates().submit(caller, request, idempotencyKey);
    }

    @Override
    public Schedule schedule(ScheduleRequest request) {
        return desks.schedules().add(caller, request);
    }

    @Override
    public Page<Schedule> schedules(PageRequest page) {
        return stores.schedules().list(page);
    }

    @Override
    public void unschedule(String id) {
        desks.schedules().remove(id);
    }

    @Override
    public Schedule runNow(String id) {
        return desks.schedules().runNow(id);
    }

    @Override
    public UpdateReport get(String id) {
        return stores.updates().get(id).orElseThrow(() -> QuantException.notFound("update", id));
    }

    @Override
    public Page<UpdateReport> list(PageRequest page) {
        return stores.updates().list(page);
    }

    @Override
    public Page<UpdateChunk> chunks(String id, PageRequest page) {
        get(id);
        return stores.updates().chunks(id, page);
    }

    @Override
    public List<DataStatus> status() {
        Map<Market, MarketInfo> totals =
                stores.market().markets().stream().collect(Collectors.toMap(MarketInfo::market, Function.identity()));
        Map<Market, String> latest = stores.updates().latest();
        List<DataStatus> all = new ArrayList<>();
        for (Market market : Market.values()) {
            List<Span> spans = stores.updates().spans(market, Timeframe.DAY, List.of());
            MarketInfo info = totals.get(market);
            if (!spans.isEmpty() && info != null) {
                all.add(status(info, spans, latest.get(market)));
            }
        }
        return all;
    }

    private DataStatus status(MarketInfo info, List<Span> spans, @Nullable String latest) {
        LocalDate due = markets.latestClosed(info.market());
        List<Span> active = spans.stream()
                .filter(span -> !span.synthetic()
                        && (span.delisted() == null || span.delisted().isAfter(due)))
                .toList();
        long behind = active.stream().filter(span -> isBehind(span, due)).count();
        boolean unknown = active.stream().anyMatch(span -> span.knownTo() == null);
        LocalDate completeTo = unknown
                ? null
                : active.stream()
                        .map(span -> earlier(span.knownTo(), due))
                        .min(LocalDate::compareTo)
                        .orElse(null);
        return new DataStatus(
                info.market(),
                active.size(),
                info.bars(),
                info.firstDate(),
                info.lastDate(),
                due,
                active.size() - behind,
                behind,
                completeTo,
                latest,
                markets.chains().of(info.market()));
    }

    private static boolean isBehind(Span span, LocalDate due) {
        LocalDate known = span.knownTo();
        return known == null || known.isBefore(due);
    }

    private static LocalDate earlier(@Nullable LocalDate known, LocalDate due) {
        return known == null || known.isAfter(due) ? due : known;
    }

    @Override
    public Page<Gap> gaps(GapQuery query, PageRequest page) {
        Market market = query.market();
        MarketRules rules = markets.rules().of(market);
        LocalDate latest = MarketSessions.latestClosed(market, rules, markets.clock());
        LocalDate end = query.endDate() == null || query.endDate().isAfter(latest) ? latest : query.endDate();
        LocalDate start = query.startDate() == null ? end.minusDays(USUAL_DAYS) : query.startDate();
        if (start.isAfter(end)) {
            throw QuantException.invalid("start_date", "must not be after " + end + ", the last day asked for");
        }
        if (start.isBefore(end.minusDays(MOST_DAYS))) {
            throw QuantException.invalid("start_date", "must lie within " + MOST_DAYS + " days before " + end);
        }
        String ticker = query.ticker();
        List<String> tickers = ticker == null ? List.of() : List.of(ticker);
        List<Span> spans = stores.updates().spans(market, query.timeframe(), tickers);
        if (spans.isEmpty() && ticker != null) {
            throw QuantException.notFound("instrument", market + ":" + ticker);
        }
        Gaps gaps = new Gaps(MarketSessions.between(rules, start, end), start, end);
        Map<String, int[]> days = stores.updates().days(market, query.timeframe(), tickers, start, end);
        List<Gap> all = new ArrayList<>();
        for (Span span : spans) {
            int[] stored = days.getOrDefault(span.ticker(), new int[0]);
            if (query.timeframe() == Timeframe.DAY) {
                all.addAll(gaps.of(span, stored));
            } else if (span.firstBar() != null) {
                all.addAll(gaps.since(span.firstBar(), span, stored));
            }
        }
        return Page.cut(all, page);
    }
}
