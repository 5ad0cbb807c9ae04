package org.quantplatform.market.internal;

import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.quantplatform.core.data.MarketStore;
import org.quantplatform.core.data.UpdateStore.Chunk;
import org.quantplatform.core.data.UpdateStore.Delivered;
import org.quantplatform.core.data.UpdateStore.UpdateChunkKind;
import org.quantplatform.core.jobs.JobContext;
import org.quantplatform.core.jobs.JobHandler.JobCancelled;
import org.quantplatform.core.plugins.PluginRegistry;
import org.quantplatform.model.Instrument;
import org.quantplatform.model.Market;
import org.quantplatform.model.QuantException;
import org.quantplatform.spi.PluginException;
import org.quantplatform.spi.data.DataKind;
import org.quantplatform.spi.data.DataRequest;
import org.quantplatform.spi.data.DataSink;
import org.quantplatform.spi.data.DataSource;
import org.quantplatform.spi.data.KeyRefused;
import org.quantplatform.spi.data.MinuteRequest;
import org.quantplatform.spi.data.MinuteSource;
import org.quantplatform.spi.market.MarketRules;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks sources. Whatever goes wrong within one is its failure, not the update's. */
final class Asking {

    private static final Logger LOG = LoggerFactory.getLogger(Asking.class);
    private static final PluginRegistry.RequestPath PATH = new PluginRegistry.RequestPath("sources", "options");
    private static final int MAX_REASON = 500;

    private final PluginRegistry plugins;
    private final MarketStore market;
    private final Clock clock;
    private final Map<Market, MarketRules> rules = new HashMap<>();
    private final Map<String, String> refusals = new HashMap<>();

    Asking(PluginRegistry plugins, MarketStore market, Clock clock) {
        this.plugins = plugins;
        this.market = market;
        this.clock = clock;
    }

    /** Whether none of the sources accepts its key, so that there is nobody left to ask. */
    boolean refused(List<String> sources) {
        return refusals.keySet().containsAll(sources);
    }

    LocalDate today(Market of) {
        return LocalDate.now(clock.withZone(of.zone()));
    }

    /** Stays as it is while the job runs. */
    MarketRules rules(Market of) {
        return rules.computeIfAbsent(of, each -> new Rulebook(plugins).of(each));
    }

    /**
     * What a source is asked for.
     *
     * @param kinds of which at least one is needed
     * @param days of the bars by ticker; null for all from {@code from} to {@code to}
     */
    record Wanted(
            Set<DataKind> kinds,
            List<String> tickers,
            LocalDate from,
            LocalDate to,
            @Nullable Map<String, Set<LocalDate>> days) {

        static Wanted all(Chunk chunk, StoredUpdate update, boolean actions) {
            return new Wanted(kinds(chunk, update, actions), chunk.tickers(), chunk.from(), chunk.to(), null);
        }

        static Wanted only(Map<String, List<LocalDate>> lacking, Chunk chunk, StoredUpdate update) {
            Map<String, Set<LocalDate>> days = days(lacking);
            TreeSet<LocalDate> all = new TreeSet<>();
            days.values().forEach(all::addAll);
            return new Wanted(kinds(chunk, update, false), List.copyOf(days.keySet()), all.first(), all.last(), days);
        }

        /** Actions of all instruments, and bars of some days if any. */
        static Wanted actions(Map<String, List<LocalDate>> lacking, Chunk chunk, StoredUpdate update) {
            Set<DataKind> kinds = lacking.isEmpty() ? Set.of(DataKind.CORPORATE_ACTIONS) : kinds(chunk, update, true);
            return new Wanted(kinds, chunk.tickers(), chunk.from(), chunk.to(), days(lacking));
        }

        private static Map<String, Set<LocalDate>> days(Map<String, List<LocalDate>> lacking) {
            Map<String, Set<LocalDate>> days = new TreeMap<>();
            lacking.forEach((ticker, of) -> days.put(ticker, new HashSet<>(of)));
            return days;
        }

        private static Set<DataKind> kinds(Chunk chunk, StoredUpdate update, boolean actions) {
            if (chunk.kind() == UpdateChunkKind.INSTRUMENTS) {
                return Set.of(DataKind.INSTRUMENTS);
            }
            Set<DataKind> kinds = EnumSet.of(DataKind.DAILY_BARS);
            if (actions) {
                kinds.add(DataKind.CORPORATE_ACTIONS);
            }
            if (!update.tickers().isEmpty() && !chunk.from().isAfter(update.startDate())) {
                // what is loaded from its first day on may not be known by name yet; all that are stored or listed are
                kinds.add(DataKind.INSTRUMENTS);
            }
            return kinds;
        }

        private AskedSink.Asked asked() {
            Set<String> named = Set.copyOf(tickers);
            return days == null
                    ? (ticker, date) -> named.contains(ticker) && !date.isBefore(from) && !date.isAfter(to)
                    : (ticker, date) -> days.getOrDefault(ticker, Set.of()).contains(date);
        }

        private boolean needsBars() {
            return kinds.contains(DataKind.DAILY_BARS);
        }

        private String lacking() {
            return needsBars()
                    ? "daily bars"
                    : kinds.contains(DataKind.INSTRUMENTS) ? "list of instruments" : "corporate actions";
        }
    }

    /** Either what a source delivered, or why it delivered nothing. */
    record Answer(@Nullable Delivered content, @Nullable String failure) {

        static Answer failed(String why) {
            return new Answer(null, why.length() <= MAX_REASON ? why : why.substring(0, MAX_REASON));
        }

        Delivered delivered() {
            if (content == null) {
                throw new IllegalStateException("nothing was delivered: " + failure);
            }
            return content;
        }
    }

    /** Tickers that a source lists, or why there are none. */
    record Names(List<String> tickers, String reason) {}

    Names names(JobContext context, StoredUpdate update, String id) throws JobCancelled {
        Set<String> tickers = new TreeSet<>();
        Wanted wanted = new Wanted(Set.of(DataKind.INSTRUMENTS), List.of(), update.startDate(), update.endDate(), null);
        HeldRows rows = new HeldRows();
        Tally tally = new Tally(List.of());
        ImportSink sink = sink(context, update, rows, tally);
        String failure = fetch(update, id, wanted, new NameSink(sink, tickers));
        return new Names(List.copyOf(tickers), failure == null ? "it lists no instruments" : failure);
    }

    Answer ask(JobContext context, StoredUpdate update, String id, Wanted wanted) throws JobCancelled {
        return update.minutes() ? minutes(context, update, id, wanted) : days(context, update, id, wanted);
    }

    private Answer days(JobContext context, StoredUpdate update, String id, Wanted wanted) throws JobCancelled {
        Set<String> tickers = Set.copyOf(wanted.tickers());
        HeldRows rows = new HeldRows();
        Doubts doubts = new Doubts(wanted.needsBars() ? tickers : Set.of());
        Tally tally = new Tally(List.of(), doubts::refuse);
        AskedSink sink = new AskedSink(sink(context, update, rows, tally), tickers, wanted.asked());
        String failure = fetch(update, id, wanted, sink);
        return failure == null
                ? new Answer(new Delivered(rows::writeTo, tally.judged(), sink.surplus(), doubts.refused()), null)
                : Answer.failed(failure);
    }

    private Answer minutes(JobContext context, StoredUpdate update, String id, Wanted wanted) throws JobCancelled {
        Judge judge = new Judge(Map.of(update.market(), rules(update.market())), clock);
        AskedMinutes sink = new AskedMinutes(judge, update.market(), wanted.asked(), context::cancelled);
        String failure = guarded(id, () -> fetchMinutes(update, id, wanted, sink));
        return failure == null ? new Answer(sink.delivered(), null) : Answer.failed(failure);
    }

    private @Nullable String fetchMinutes(StoredUpdate update, String id, Wanted wanted, AskedMinutes sink)
            throws IOException, JobCancelled {
        Market of = update.market();
        DataSource source = source(id);
        if (!(source instanceof MinuteSource minutes) || minutes.minuteDays(of) == 0) {
            return "it has no minute bars of " + of;
        }
        LocalDate earliest = earliest(minutes, of);
        if (wanted.to().isBefore(earliest)) {
            return "it has minute bars from " + earliest + " on only";
        }
        LocalDate from = wanted.from().isBefore(earliest) ? earliest : wanted.from();
        minutes.fetchMinutes(
                new MinuteRequest(
                        of,
                        wanted.tickers(),
                        from.atStartOfDay(of.zone()).toInstant(),
                        wanted.to().plusDays(1).atStartOfDay(of.zone()).toInstant()),
                sink);
        if (sink.cancelled()) {
            throw new JobCancelled();
        }
        return null;
    }

    /** The first day that one of the update's sources still has, as far as they are there. */
    LocalDate earliestMinutes(StoredUpdate update) {
        LocalDate earliest = LocalDate.now(clock.withZone(update.market().zone()));
        for (String id : update.sources()) {
            LocalDate first = earliestMinutes(id, update.market());
            earliest = first != null && first.isBefore(earliest) ? first : earliest;
        }
        return earliest;
    }

    private @Nullable LocalDate earliestMinutes(String id, Market of) {
        try {
            return source(id) instanceof MinuteSource minutes && minutes.minuteDays(of) > 0
                    ? earliest(minutes, of)
                    : null;
        } catch (QuantException e) {
            LOG.debug("Source {} is not there", id, e);
            return null;
        }
    }

    private LocalDate earliest(MinuteSource source, Market of) {
        return LocalDate.now(clock.withZone(of.zone())).minusDays(source.minuteDays(of) - 1L);
    }

    /** Whether the source is there and has such data of the market. */
    boolean has(String id, Market of, DataKind kind) {
        try {
            return source(id).kinds(of).contains(kind);
        } catch (QuantException e) {
            LOG.debug("Source {} is not there", id, e);
            return false;
        }
    }

    private DataSource source(String id) {
        return plugins.bind(DataSource.class, id, Map.of(), PATH).service();
    }

    private ImportSink sink(JobContext context, StoredUpdate update, HeldRows rows, Tally tally) {
        Judge judge = new Judge(Map.of(update.market(), rules(update.market())), clock);
        return new ImportSink(
                new ImportSink.Parts(judge, rows, market),
                tally,
                new ImportSink.Course(() -> -1, received -> context.cancelled()),
                false);
    }

    /** Why the source did not deliver; null when it did. A source that refused its key is not asked again. */
    @Nullable
    String fetch(StoredUpdate update, String id, Wanted wanted, DataSink sink) throws JobCancelled {
        return guarded(id, () -> fetchDays(update, id, wanted, sink));
    }

    private @Nullable String fetchDays(StoredUpdate update, String id, Wanted wanted, DataSink sink)
            throws IOException, JobCancelled {
        DataSource source = source(id);
        Set<DataKind> kinds = EnumSet.noneOf(DataKind.class);
        kinds.addAll(wanted.kinds());
        kinds.retainAll(source.kinds(update.market()));
        if (kinds.isEmpty() || wanted.needsBars() && !kinds.contains(DataKind.DAILY_BARS)) {
            return "it has no " + wanted.lacking();
        }
        source.fetch(
                new DataRequest(
                        kinds,
                        Set.of(update.market()),
                        wanted.tickers(),
                        wanted.from(),
                        wanted.to(),
                        update.options(),
                        List.of()),
                sink);
        if (sink.cancelled()) {
            throw new JobCancelled();
        }
        return null;
    }

    /** Asks a source. */
    @FunctionalInterface
    private interface Fetching {

        /** Why it delivered nothing; null when it did. */
        @Nullable
        String fetch() throws IOException, JobCancelled;
    }

    private @Nullable String guarded(String id, Fetching fetching) throws JobCancelled {
        if (refusals.containsKey(id)) {
            return "not asked again after: " + refusals.get(id);
        }
        try {
            return fetching.fetch();
        } catch (ImportSink.Stopped e) {
            throw new JobCancelled();
        } catch (PluginException | QuantException e) {
            return String.valueOf(e.getMessage());
        } catch (KeyRefused e) {
            String refusal = "it does not accept the key: " + e.getMessage();
            refusals.put(id, refusal);
            return refusal;
        } catch (IOException e) {
            return "it cannot be read: " + ImportHandler.reason(e);
        } catch (RuntimeException | LinkageError e) {
            LOG.warn("Source {} failed", id, e);
            return "it failed with " + e.getClass().getSimpleName();
        }
    }

    /** Notes which instruments come. */
    private static final class NameSink extends ForwardingSink {

        private final Set<String> tickers;

        NameSink(DataSink inner, Set<String> tickers) {
            super(inner);
            this.tickers = tickers;
        }

        @Override
        public void instrument(Instrument instrument) {
            super.instrument(instrument);
            tickers.add(instrument.ticker());
        }
    }
}
