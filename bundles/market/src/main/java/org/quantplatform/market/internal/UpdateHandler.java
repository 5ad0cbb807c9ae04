package org.quantplatform.market.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.quantplatform.api.data.UpdateMode;
import org.quantplatform.api.data.UpdateReport;
import org.quantplatform.core.data.MarketStore;
import org.quantplatform.core.data.UpdateStore;
import org.quantplatform.core.data.UpdateStore.Chunk;
import org.quantplatform.core.data.UpdateStore.DeliveryKey;
import org.quantplatform.core.data.UpdateStore.Pending;
import org.quantplatform.core.data.UpdateStore.Span;
import org.quantplatform.core.data.UpdateStore.UpdateChunkKind;
import org.quantplatform.core.jobs.JobContext;
import org.quantplatform.core.jobs.JobHandler;
import org.quantplatform.core.plugins.PluginRegistry;
import org.quantplatform.json.QuantJson;
import org.quantplatform.model.ErrorCode;
import org.quantplatform.model.QuantException;
import org.quantplatform.spi.data.DataKind;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs an update: plans it once, then asks for chunk after chunk. Everything that was done is in the store, so an update
 * that was cut off goes on with the first chunk that is pending, at the first source that was not asked.
 */
@Component(service = JobHandler.class)
public final class UpdateHandler implements JobHandler {

    private static final Logger LOG = LoggerFactory.getLogger(UpdateHandler.class);
    private static final int FAILURES_IN_A_ROW = 3;

    /** Korean companies fix the amount of a dividend up to three months after its ex-date; a year brings corrections, too. */
    private static final int ACTIONS_DAYS = 400;

    private static final Duration ACTIONS_EVERY = Duration.ofDays(7);
    private static final int ACTIONS_CHUNK = 1000;

    private final UpdateStore updates;
    private final MarketStore market;
    private final PluginRegistry plugins;
    private final Clock clock;

    @Activate
    public UpdateHandler(
            @Reference UpdateStore updates, @Reference MarketStore market, @Reference PluginRegistry plugins) {
        this(updates, market, plugins, Clock.systemUTC());
    }

    UpdateHandler(UpdateStore updates, MarketStore market, PluginRegistry plugins, Clock clock) {
        this.updates = updates;
        this.market = market;
        this.plugins = plugins;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return "update";
    }

    @Override
    public boolean waits() {
        return true;
    }

    @Override
    public Map<String, Object> run(JobContext context) throws Exception {
        StoredUpdate update = QuantJson.read(context.requestJson(), StoredUpdate.class);
        Course course = new Course(context, update, new Asking(plugins, market, clock));
        if (!updates.planned(context.id())) {
            plan(course);
        }
        String failure = fill(course);
        updates.release(context.id());
        UpdateReport report = updates.get(context.id()).orElseThrow();
        LOG.info(
                "Update {} of {}: {} rows received, {} stored, {} revised, {} refused, {} of {} parts failed",
                context.id(),
                update.market(),
                report.received(),
                report.stored(),
                report.revised(),
                report.refused(),
                report.chunksFailed(),
                report.chunks());
        if (failure != null) {
            throw QuantException.of(ErrorCode.UNPROCESSABLE, failure);
        }
        return values(report);
    }

    /** One run of the job. */
    private record Course(JobContext context, StoredUpdate update, Asking asking) {

        String id() {
            return context.id();
        }
    }

    private void plan(Course course) throws JobCancelled {
        StoredUpdate update = course.update();
        List<Span> spans = spans(update);
        List<Chunk> chunks = new ArrayList<>();
        StoredUpdate named = update;
        if (!update.minutes() && update.tickers().isEmpty() && spans.stream().allMatch(Span::synthetic)) {
            List<String> listed = listed(course);
            named = withTickers(update, listed);
            LocalDate end = update.endDate();
            chunks.add(new Chunk(UpdateChunkKind.INSTRUMENTS, listed, end, end, 0));
        }
        LocalDate first = spans.stream()
                .flatMap(span -> Optional.ofNullable(span.firstBar()).stream())
                .min(LocalDate::compareTo)
                .orElse(update.startDate());
        LocalDate from = first.isBefore(update.startDate()) ? first : update.startDate();
        MarketSessions sessions =
                MarketSessions.between(course.asking().rules(update.market()), from, update.endDate());
        Map<String, int[]> days = update.mode() == UpdateMode.BACKFILL
                ? days(update, named.tickers(), update.startDate(), update.endDate())
                : Map.of();
        LocalDate earliest = update.minutes() ? course.asking().earliestMinutes(update) : LocalDate.MIN;
        List<Chunk> wanted = new UpdatePlan(named, sessions, earliest).chunks(spans, days);
        chunks.addAll(wanted);
        chunks.addAll(lateActions(course, spans));
        long instruments = wanted.stream()
                .flatMap(chunk -> chunk.tickers().stream())
                .distinct()
                .count();
        updates.plan(course.id(), (int) instruments, chunks);
    }

    /** Of instruments that are kept up to date already, from time to time. */
    private List<Chunk> lateActions(Course course, List<Span> spans) {
        StoredUpdate update = course.update();
        if (!update.actions() || update.mode() != UpdateMode.UPDATE || update.minutes()) {
            return List.of();
        }
        Set<String> asked =
                updates.actionsAsked(update.market(), clock.instant().minus(ACTIONS_EVERY));
        List<String> tickers = spans.stream()
                .filter(span -> span.firstBar() != null && !span.synthetic() && !asked.contains(span.ticker()))
                .map(Span::ticker)
                .toList();
        List<Chunk> chunks = new ArrayList<>();
        for (int i = 0; i < tickers.size(); i += ACTIONS_CHUNK) {
            List<String> some = tickers.subList(i, Math.min(i + ACTIONS_CHUNK, tickers.size()));
            LocalDate end = update.endDate();
            chunks.add(new Chunk(UpdateChunkKind.ACTIONS, some, end.minusDays(ACTIONS_DAYS), end, 0));
        }
        return chunks;
    }

    /** Of minutes those only that may have some. */
    private List<Span> spans(StoredUpdate update) {
        return updates.spans(update.market(), update.bars(), update.tickers()).stream()
                .filter(span -> !update.minutes()
                        || span.delisted() == null
                        || !span.delisted().isBefore(update.startDate()))
                .toList();
    }

    private Map<String, int[]> days(StoredUpdate update, List<String> tickers, LocalDate from, LocalDate to) {
        return updates.days(update.market(), update.bars(), tickers, from, to);
    }

    private List<String> listed(Course course) throws JobCancelled {
        List<String> reasons = new ArrayList<>();
        for (String source : course.update().sources()) {
            Asking.Names names = course.asking().names(course.context(), course.update(), source);
            if (!names.tickers().isEmpty()) {
                return names.tickers();
            }
            reasons.add(source + ": " + names.reason());
        }
        throw QuantException.of(
                ErrorCode.UNPROCESSABLE,
                "no instruments of market " + course.update().market() + " are stored, and no source lists any: "
                        + String.join("; ", reasons));
    }

    private static StoredUpdate withTickers(StoredUpdate update, List<String> tickers) {
        return new StoredUpdate(
                update.market(),
                update.sources(),
                update.mode(),
                tickers,
                update.startDate(),
                update.endDate(),
                update.overlapDays(),
                update.chunkSize(),
                update.actions(),
                update.priceBasis(),
                update.options(),
                update.timeframe());
    }

    /** Why it cannot count as done; null when it does. */
    private @Nullable String fill(Course course) throws JobCancelled {
        int inARow = 0;
        long failed = 0;
        long done = 0;
        String reason = "";
        for (Pending next = next(course); next != null; next = next(course)) {
            String failure = fill(course, next);
            done++;
            failed += failure == null ? 0 : 1;
            inARow = failure == null ? 0 : inARow + 1;
            reason = failure == null || !reason.isEmpty() ? reason : failure;
            if (failure != null && course.asking().refused(course.update().sources())) {
                return "given up, since no source accepts its key: " + failure;
            }
            if (inARow == FAILURES_IN_A_ROW) {
                return "given up after " + inARow + " parts in a row failed, the first because " + reason;
            }
            course.context().progress(done, done + 1, Map.of("parts", done));
        }
        UpdateReport report = updates.get(course.id()).orElseThrow();
        return report.chunksFailed() == 0
                ? null
                : report.chunksFailed() + " of " + report.chunks() + " parts failed"
                        + (failed == 0 ? "" : ", the first because " + reason);
    }

    private @Nullable Pending next(Course course) throws JobCancelled {
        if (course.context().cancelled()) {
            throw new JobCancelled();
        }
        return updates.next(course.id()).orElse(null);
    }

    /**
     * Asks source after source. Bars that the first one lacks are asked for at the next; corporate actions come from one
     * source, the first that has them, since two may state the same one differently.
     *
     * @return why something of it was delivered by no source; null when all was
     */
    private @Nullable String fill(Course course, Pending pending) throws JobCancelled {
        StoredUpdate update = course.update();
        Chunk chunk = pending.chunk();
        boolean bars = chunk.kind() != UpdateChunkKind.INSTRUMENTS && chunk.kind() != UpdateChunkKind.ACTIONS;
        Missing missing = bars ? missing(course, chunk) : Missing.NONE;
        boolean lacksActions = bars && update.actions() || chunk.kind() == UpdateChunkKind.ACTIONS;
        List<String> reasons = new ArrayList<>();
        String covered = null;
        for (int position = 0; position < update.sources().size(); position++) {
            String source = update.sources().get(position);
            boolean first = covered == null && chunk.kind() != UpdateChunkKind.ACTIONS;
            boolean actions = lacksActions && course.asking().has(source, update.market(), DataKind.CORPORATE_ACTIONS);
            if (!first && !actions && missing.days().isEmpty()) {
                continue;
            }
            Boolean delivered = pending.asked().get(position);
            if (delivered == null) {
                DeliveryKey key = new DeliveryKey(course.id(), pending.number(), position, source);
                Asking.Wanted wanted = first
                        ? Asking.Wanted.all(chunk, update, actions)
                        : actions
                                ? Asking.Wanted.actions(missing.days(), chunk, update)
                                : Asking.Wanted.only(missing.days(), chunk, update);
                Asking.Answer answer = course.asking().ask(course.context(), update, source, wanted);
                delivered = book(key, update, answer, reasons);
                missing = bars ? missing(course, chunk) : missing;
            }
            covered = covered == null && delivered ? source : covered;
            lacksActions &= !(actions && delivered);
        }
        if (lacksActions && reasons.isEmpty()) {
            reasons.add("no source is there that has corporate actions of " + update.market());
        }
        boolean failed = covered == null || lacksActions;
        updates.close(course.id(), pending.number(), missing.absent(), failed ? null : covered);
        return failed ? String.join("; ", reasons) : null;
    }

    private boolean book(DeliveryKey key, StoredUpdate update, Asking.Answer answer, List<String> reasons) {
        String failure = answer.failure();
        if (failure == null) {
            try {
                updates.deliver(key, update.priceBasis(), answer.delivered());
                return true;
            } catch (QuantException e) {
                if (e.code() != ErrorCode.UNPROCESSABLE) {
                    throw e;
                }
                failure = String.valueOf(e.getMessage());
            }
        }
        LOG.warn("Update {}, part {}: {} delivered nothing: {}", key.updateId(), key.chunk(), key.source(), failure);
        updates.fail(key, failure);
        reasons.add(key.source() + ": " + failure);
        return false;
    }

    /**
     * What is not stored of a chunk.
     *
     * @param absent sessions without a bar over all tickers
     * @param days worth asking another source for: of an instrument with daily bars in the chunk those after its first one,
     *     since it may not have been listed before; of minutes all, since the first source may keep less
     */
    private record Missing(long absent, Map<String, List<LocalDate>> days) {

        static final Missing NONE = new Missing(0, Map.of());
    }

    private Missing missing(Course course, Chunk chunk) {
        StoredUpdate update = course.update();
        MarketSessions sessions =
                MarketSessions.between(course.asking().rules(update.market()), chunk.from(), chunk.to());
        Map<String, int[]> stored = days(update, chunk.tickers(), chunk.from(), chunk.to());
        long absent = 0;
        Map<String, List<LocalDate>> days = new HashMap<>();
        for (String ticker : chunk.tickers()) {
            int[] has = stored.getOrDefault(ticker, new int[0]);
            List<LocalDate> lacks = new ArrayList<>();
            int at = 0;
            for (int day : sessions.days()) {
                while (at < has.length && has[at] < day) {
                    at++;
                }
                boolean there = at < has.length && has[at] == day;
                absent += there ? 0 : 1;
                if (!there && (update.minutes() || has.length == 0 || day > has[0])) {
                    lacks.add(LocalDate.ofEpochDay(day));
                }
            }
            if (!lacks.isEmpty()) {
                days.put(ticker, lacks);
            }
        }
        return new Missing(absent, days);
    }

    private static Map<String, Object> values(UpdateReport report) {
        Map<String, Object> values = new HashMap<>();
        values.put("received", report.received());
        values.put("stored", report.stored());
        values.put("unchanged", report.unchanged());
        values.put("revised", report.revised());
        values.put("refused", report.refused());
        values.put("snapshot", String.valueOf(report.snapshot()));
        return values;
    }
}
