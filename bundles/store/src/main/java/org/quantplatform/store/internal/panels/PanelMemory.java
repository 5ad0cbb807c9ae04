package org.quantplatform.store.internal.panels;

import java.lang.ref.SoftReference;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.quantplatform.core.data.MarketPanel;

/**
 * The panels used last, bounded by their bytes, and given up when memory runs short. A panel that several ask for at
 * once is loaded once.
 */
final class PanelMemory {

    private final long maxBytes;
    private final Map<PanelKey, Resident> residents = new LinkedHashMap<>(16, 0.75f, true);
    private final Map<PanelKey, CompletableFuture<MarketPanel>> loading = new HashMap<>();
    private long bytes;

    PanelMemory(long maxBytes) {
        this.maxBytes = maxBytes;
    }

    private record Resident(SoftReference<MarketPanel> panel, long bytes) {}

    MarketPanel get(PanelKey key, Function<PanelKey, MarketPanel> loader) {
        CompletableFuture<MarketPanel> mine = new CompletableFuture<>();
        CompletableFuture<MarketPanel> running;
        synchronized (this) {
            MarketPanel resident = resident(key);
            if (resident != null) {
                return resident;
            }
            running = loading.putIfAbsent(key, mine);
        }
        return running == null ? load(key, loader, mine) : join(running);
    }

    synchronized long bytes() {
        return bytes;
    }

    private MarketPanel load(
            PanelKey key, Function<PanelKey, MarketPanel> loader, CompletableFuture<MarketPanel> promise) {
        try {
            MarketPanel panel = loader.apply(key);
            keep(key, panel);
            promise.complete(panel);
            return panel;
        } catch (RuntimeException | Error e) {
            promise.completeExceptionally(e);
            throw e;
        } finally {
            synchronized (this) {
                loading.remove(key);
            }
        }
    }

    private static MarketPanel join(CompletableFuture<MarketPanel> running) {
        try {
            return running.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw e;
        }
    }

    private synchronized void keep(PanelKey key, MarketPanel panel) {
        long size = size(panel);
        if (size > maxBytes) {
            return;
        }
        remove(residents.put(key, new Resident(new SoftReference<>(panel), size)));
        bytes += size;
        Iterator<Resident> oldest = residents.values().iterator();
        while (bytes > maxBytes) {
            remove(oldest.next());
            oldest.remove();
        }
    }

    private @Nullable MarketPanel resident(PanelKey key) {
        Resident resident = residents.get(key);
        if (resident == null) {
            return null;
        }
        MarketPanel panel = resident.panel().get();
        if (panel == null) {
            remove(residents.remove(key));
        }
        return panel;
    }

    private void remove(@Nullable Resident resident) {
        if (resident != null) {
            bytes -= resident.bytes();
        }
    }

    private static long size(MarketPanel panel) {
        long cells = (long) panel.prices().assets() * panel.prices().days();
        return cells * panel.prices().fields().size() * Double.BYTES;
    }
}
