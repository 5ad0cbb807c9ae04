package org.quantplatform.research.internal.scores;

import java.lang.ref.SoftReference;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.metatype.annotations.Designate;
import org.quantplatform.core.data.MarketPanel;
import org.quantplatform.model.Adjust;
import org.quantplatform.model.ScoreMatrix;

/** The scores used last, bounded by their bytes, and given up when memory runs short. */
@Component(service = ScoreCache.class, configurationPid = ScoresConfig.PID)
@Designate(ocd = ScoresConfig.class)
public final class ScoreCache {

    private static final long MEGABYTE = 1L << 20;

    private final long maxBytes;
    private final Map<ScoreKey, Resident> residents = new LinkedHashMap<>(16, 0.75f, true);
    private long bytes;

    @Activate
    public ScoreCache(ScoresConfig config) {
        this(config.memory_mb() * MEGABYTE);
    }

    ScoreCache(long maxBytes) {
        this.maxBytes = maxBytes;
    }

    private record Resident(SoftReference<ScoreMatrix> scores, long bytes) {}

    /** Keeps none. */
    public static ScoreCache none() {
        return new ScoreCache(0);
    }

    /**
     * Scores from here when they are here, else from the source, and then here for the next.
     *
     * @param market what the source computes on
     * @param adjust how its prices are adjusted for the source
     */
    public Scores before(Scores source, MarketPanel market, Adjust adjust) {
        return factor -> {
            ScoreKey key = ScoreKey.of(factor, market, adjust, source.company());
            ScoreMatrix known = find(key);
            if (known != null) {
                return known;
            }
            ScoreMatrix computed = source.of(factor);
            keep(key, computed);
            return computed;
        };
    }

    synchronized long bytes() {
        return bytes;
    }

    private synchronized @Nullable ScoreMatrix find(ScoreKey key) {
        Resident resident = residents.get(key);
        if (resident == null) {
            return null;
        }
        ScoreMatrix scores = resident.scores().get();
        if (scores == null) {
            remove(residents.remove(key));
        }
        return scores;
    }

    private synchronized void keep(ScoreKey key, ScoreMatrix scores) {
        long size = (long) scores.values().length * Double.BYTES;
        if (size > maxBytes) {
            return;
        }
        remove(residents.put(key, new Resident(new SoftReference<>(scores), size)));
        bytes += size;
        Iterator<Resident> oldest = residents.values().iterator();
        while (bytes > maxBytes) {
            remove(oldest.next());
            oldest.remove();
        }
    }

    private void remove(@Nullable Resident resident) {
        if (resident != null) {
            bytes -= resident.bytes();
        }
    }
}
