package org.quantplatform.market.internal.live;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.quantplatform.api.data.LiveEvent;
import org.quantplatform.api.data.LiveEvent.Type;
import org.quantplatform.api.data.LiveQuery;
import org.quantplatform.api.data.LiveStream;
import org.quantplatform.api.data.LiveTick;
import org.quantplatform.model.Market;
import org.quantplatform.model.QuantException;
import org.quantplatform.spi.PluginException;
import org.quantplatform.spi.data.OrderNotice;
import org.quantplatform.spi.data.Tick;
import org.quantplatform.spi.data.TickSink;
import org.quantplatform.spi.data.TickSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The stream of one source and market. It is opened, ended and looked at by the hub's thread for the source alone, which
 * holds no lock meanwhile, since a source may wait for its own thread to end. Watchers are told under the lock, so that what
 * they are told comes in order.
 */
final class Upstream {

    private static final Logger LOG = LoggerFactory.getLogger(Upstream.class);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

    private final String source;
    private final Market market;
    private final TickSources sources;
    private final LiveHub hub;
    private final List<Watcher> watchers = new CopyOnWriteArrayList<>();

    /** Tickers that the source does not stream, and that nobody has begun to watch since. */
    private final Set<String> refused = ConcurrentHashMap.newKeySet();

    private TickSource.@Nullable Stream stream;
    private @Nullable TickSource service;
    private Set<String> asked = Set.of();
    private boolean waiting;

    private final Map<String, LiveEvent> latest = new HashMap<>();
    private State state = State.CONNECTING;
    private String detail = "";
    private long retrySeconds;
    private long ticks;
    private long notices;
    private @Nullable Instant latestNoticeAt;
    private int generation;
    private int failures;

    private enum State {
        CONNECTING,
        LIVE,
        INTERRUPTED,
        DOWN
    }

    Upstream(LiveQuery query, TickSources sources, LiveHub hub) {
        this.source = query.source();
        this.market = query.market();
        this.sources = sources;
        this.hub = hub;
    }

    boolean isOf(String name) {
        return source.equals(name);
    }

    List<Watcher> watchers() {
        return watchers;
    }

    synchronized LiveStream told() {
        return new LiveStream(
                source,
                market,
                state.name().toLowerCase(Locale.ROOT),
                watchers.size(),
                wanted().size(),
                ticks,
                notices,
                latestNoticeAt,
                detail.isEmpty() ? null : detail);
    }

    /** Tells at once what is known already. */
    synchronized void add(Watcher watcher) {
        refused.removeAll(watcher.tickers());
        watchers.add(watcher);
        for (String ticker : new TreeSet<>(watcher.tickers())) {
            LiveEvent known = latest.get(ticker);
            if (known != null && known.seq() > watcher.after()) {
                watcher.tell(known);
            }
        }
        if (state == State.INTERRUPTED || state == State.DOWN) {
            watcher.tell(LiveEvent.state(
                    hub.nextNumber(), state == State.DOWN ? Type.DOWN : Type.INTERRUPTED, detail, retrySeconds));
        }
    }

    void remove(Watcher watcher) {
        watchers.remove(watcher);
    }

    /** What is watched and not refused. */
    Set<String> wanted() {
        Set<String> wanted = new TreeSet<>();
        watchers.forEach(watcher -> wanted.addAll(watcher.tickers()));
        wanted.removeAll(refused);
        return wanted;
    }

    /** Opens the stream, or changes it when it lacks something that is watched. */
    void settle() {
        Set<String> wanted = wanted();
        if (!wanted.isEmpty() && !waiting && (stream == null || !asked.containsAll(wanted)) && !changed(wanted)) {
            end();
            open(wanted);
        }
    }

    private boolean changed(Set<String> wanted) {
        try {
            boolean changed = stream != null && stream.change(List.copyOf(wanted));
            asked = changed ? wanted : asked;
            return changed;
        } catch (RuntimeException | LinkageError e) {
            LOG.warn("A stream of {} did not change its tickers", source, e);
            return false;
        }
    }

    /** Whether the source is still the one that streams: one that leaves tells nobody. */
    void look() {
        if (stream != null && sources.find(source).orElse(null) != service) {
            failed("the source has left or was replaced");
        }
    }

    void close() {
        end();
    }

    private void open(Set<String> wanted) {
        Sink sink = new Sink(generation());
        String trouble;
        try {
            TickSource found = sources.find(source)
                    .orElseThrow(() -> new PluginException("there is no source '" + source + "' that streams"));
            stream = found.stream(market, List.copyOf(wanted), sink);
            service = found;
            asked = wanted;
            return;
        } catch (PluginException | QuantException e) {
            trouble = String.valueOf(e.getMessage());
        } catch (RuntimeException | LinkageError e) {
            LOG.warn("Source {} failed", source, e);
            trouble = "it failed with " + e.getClass().getSimpleName();
        }
        failed(trouble);
    }

    private synchronized int generation() {
        return generation;
    }

    private void end() {
        synchronized (this) {
            generation++;
        }
        TickSource.Stream open = stream;
        stream = null;
        service = null;
        if (open != null) {
            try {
                open.close();
            } catch (RuntimeException | LinkageError e) {
                LOG.warn("A stream of {} did not close", source, e);
            }
        }
    }

    private void failed(String reason) {
        end();
        Duration bounded = nextPause();
        waiting = true;
        LOG.info("Live prices of {}, {}: {}; asked again in {} s", source, market, reason, bounded.toSeconds());
        tell(State.DOWN, reason, bounded.toSeconds());
        hub.later(source, this::again, bounded);
    }

    private synchronized Duration nextPause() {
        Duration pause = hub.timing().pause().multipliedBy(1L << Math.min(failures++, 10));
        return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
    }

    private void again() {
        waiting = false;
        settle();
    }

    private synchronized void tell(State next, String reason, long seconds) {
        state = next;
        detail = reason;
        retrySeconds = seconds;
        LiveEvent event =
                LiveEvent.state(hub.nextNumber(), next == State.DOWN ? Type.DOWN : Type.INTERRUPTED, reason, seconds);
        watchers.forEach(watcher -> watcher.tell(event));
    }

    private synchronized void take(int from, Tick tick) {
        if (from != generation) {
            return;
        }
        if (state == State.INTERRUPTED || state == State.DOWN) {
            LiveEvent resumed = LiveEvent.state(hub.nextNumber(), Type.RESUMED, "", 0);
            watchers.forEach(watcher -> watcher.tell(resumed));
        }
        state = State.LIVE;
        detail = "";
        retrySeconds = 0;
        failures = 0;
        ticks++;
        long seq = hub.nextNumber();
        LiveTick told = new LiveTick(
                tick.market(), tick.ticker(), tick.time(), tick.price(), tick.size(), tick.bid(), tick.ask());
        latest.merge(tick.ticker(), LiveEvent.of(seq, told), Upstream::together);
        LiveEvent event = LiveEvent.of(seq, told);
        for (Watcher watcher : watchers) {
            if (watcher.tickers().contains(tick.ticker())) {
                watcher.tell(event);
            }
        }
    }

    private synchronized void refuse(int from, String ticker, String reason) {
        if (from != generation) {
            return;
        }
        LOG.info("Live prices of {}, {}: {} is refused: {}", source, market, ticker, reason);
        refused.add(ticker);
        LiveEvent event = LiveEvent.refused(hub.nextNumber(), ticker, reason);
        for (Watcher watcher : watchers) {
            if (watcher.tickers().contains(ticker)) {
                watcher.tell(event);
            }
        }
        hub.later(source, () -> forget(from, ticker), Duration.ZERO);
    }

    /** What was refused must be asked for anew when somebody wants it again; without anything else there is no stream. */
    private void forget(int from, String ticker) {
        if (from != generation()) {
            return;
        }
        Set<String> left = new TreeSet<>(asked);
        left.remove(ticker);
        asked = left;
        if (wanted().isEmpty()) {
            end();
            synchronized (this) {
                state = State.CONNECTING;
                detail = "nothing that is watched is streamed";
            }
        }
    }

    private synchronized void take(int from, OrderNotice notice) {
        if (from != generation) {
            return;
        }
        notices++;
        latestNoticeAt = notice.time();
        LOG.info(
                "Order of {} at {} {}: {} {} shares, price {}",
                notice.ticker(),
                source,
                notice.kind(),
                notice.side(),
                notice.shares(),
                notice.price());
    }

    private static LiveEvent together(LiveEvent before, LiveEvent now) {
        LiveTick old = before.tick();
        LiveTick tick = now.tick();
        return old == null || tick == null ? now : LiveEvent.of(now.seq(), tick.after(old));
    }

    /** What one stream calls; what a stream that was ended still says is not heard. */
    private final class Sink implements TickSink {

        private final int mine;

        Sink(int mine) {
            this.mine = mine;
        }

        @Override
        public void tick(Tick tick) {
            take(mine, tick);
        }

        @Override
        public void refused(String ticker, String reason) {
            refuse(mine, ticker, reason);
        }

        @Override
        public void notice(OrderNotice notice) {
            take(mine, notice);
        }

        @Override
        public void interrupted(String reason) {
            synchronized (Upstream.this) {
                if (mine == generation) {
                    tell(State.INTERRUPTED, reason, 0);
                }
            }
        }

        @Override
        public void ended(String reason) {
            hub.later(
                    source,
                    () -> {
                        if (mine == generation()) {
                            failed(reason);
                        }
                    },
                    Duration.ZERO);
        }
    }
}
