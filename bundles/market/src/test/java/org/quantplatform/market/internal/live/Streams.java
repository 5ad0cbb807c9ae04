package org.quantplatform.market.internal.live;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.quantplatform.api.plugins.PluginInfo;
import org.quantplatform.core.plugins.BoundPlugin;
import org.quantplatform.core.plugins.PluginRegistry;
import org.quantplatform.model.Market;
import org.quantplatform.model.PluginKind;
import org.quantplatform.model.PluginPin;
import org.quantplatform.model.QuantException;
import org.quantplatform.spi.PluginException;
import org.quantplatform.spi.data.Capabilities;
import org.quantplatform.spi.data.DataKind;
import org.quantplatform.spi.data.DataRequest;
import org.quantplatform.spi.data.DataSink;
import org.quantplatform.spi.data.DataSource;
import org.quantplatform.spi.data.Tick;
import org.quantplatform.spi.data.TickSink;
import org.quantplatform.spi.data.TickSource;

/** Sources of market US that tell what a test has them tell, and the registry that knows them. */
final class Streams {

    final Map<String, DataSource> sources = Collections.synchronizedMap(new TreeMap<>());

    /** Streams. */
    static class Silent implements DataSource {

        @Override
        public Capabilities capabilities() {
            return new Capabilities(Set.of(Market.US), Set.of(DataKind.DAILY_BARS), false, false);
        }

        @Override
        public void fetch(DataRequest request, DataSink sink) {
            throw new AssertionError(request);
        }
    }

    /** Streams. */
    static final class Talking extends Silent implements TickSource {

        final List<Open> opened = Collections.synchronizedList(new ArrayList<>());
        volatile @Nullable String refusal;
        volatile boolean changes;
        volatile int most = Integer.MAX_VALUE;
        volatile @Nullable CountDownLatch held;

        @Override
        public int mostTickers() {
            return most;
        }

        @Override
        public Stream stream(Market market, List<String> tickers, TickSink sink) {
            CountDownLatch latch = held;
            if (latch != null) {
                try {
                    latch.await();
                } catch (InterruptedException e) {
                    throw new PluginException("interrupted");
                }
            }
            String reason = refusal;
            if (reason != null) {
                throw new PluginException(reason);
            }
            Open open = new Open(tickers, sink);
            opened.add(open);
            return new Stream() {
                @Override
                public boolean change(List<String> wanted) {
                    open.tickers = changes ? List.copyOf(wanted) : open.tickers;
                    return changes;
                }

                @Override
                public void close() {
                    open.closed = true;
                }
            };
        }

        /** The latest stream. */
        Open last() {
            return opened.get(opened.size() - 1);
        }
    }

    /** A stream. */
    static final class Open {

        final TickSink sink;
        volatile List<String> tickers;
        volatile boolean closed;

        Open(List<String> tickers, TickSink sink) {
            this.tickers = List.copyOf(tickers);
            this.sink = sink;
        }

        void trade(String ticker, double price) {
            sink.tick(tick(ticker, price, Double.NaN));
        }

        void quote(String ticker, double bid) {
            sink.tick(tick(ticker, Double.NaN, bid));
        }

        private static Tick tick(String ticker, double price, double bid) {
            return new Tick(Market.US, ticker, Instant.EPOCH, price, Double.isNaN(price) ? price : 100, bid, bid);
        }
    }

    PluginRegistry registry() {
        return new PluginRegistry() {
            @Override
            public <S> BoundPlugin<S> bind(
                    Class<S> service, String id, Map<String, Object> parameters, RequestPath path) {
                DataSource source = sources.get(id);
                if (source == null) {
                    throw QuantException.invalid(path.id(), "no plug-in '" + id + "'");
                }
                PluginPin pin = new PluginPin(PluginKind.SOURCE, id, "test", "1.0.0", "00");
                return new BoundPlugin<>(service.cast(source), new BoundPlugin.NoParameters(), Map.of(), pin);
            }

            @Override
            public <S> BoundPlugin<S> bind(Class<S> service, PluginPin pin, Map<String, Object> parameters) {
                throw new AssertionError(pin);
            }

            @Override
            public Optional<PluginInfo> find(PluginKind kind, String id) {
                throw new AssertionError(id);
            }

            @Override
            public List<PluginInfo> active(PluginKind kind) {
                return List.of();
            }

            @Override
            public long count(PluginInfo.Status status) {
                return 0;
            }
        };
    }
}
