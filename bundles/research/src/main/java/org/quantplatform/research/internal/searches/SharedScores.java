package org.quantplatform.research.internal.searches;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.quantplatform.core.jobs.JobHandler.JobCancelled;
import org.quantplatform.core.plugins.BoundPlugin;
import org.quantplatform.json.QuantJson;
import org.quantplatform.model.ScoreMatrix;
import org.quantplatform.research.internal.scores.Scores;
import org.quantplatform.spi.factor.Factor;

/** Scores of one panel for many runs: each is computed once while it is in use, by one thread at a time. */
final class SharedScores implements Scores {

    private final Scores source;
    private final long mostBytes;
    private final Map<Key, ScoreMatrix> used = new LinkedHashMap<>(16, 0.75f, true);
    private long bytes;

    /** @param mostBytes beyond which those used longest ago are given up */
    SharedScores(Scores source, long mostBytes) {
        this.source = source;
        this.mostBytes = mostBytes;
    }

    private record Key(String sha256, String id, String parameters) {}

    /** One computation already uses all processors; whoever waits would only take them from it. */
    @Override
    public synchronized ScoreMatrix of(BoundPlugin<Factor<?>> factor) throws JobCancelled {
        Key key = new Key(factor.pin().sha256(), factor.pin().id(), QuantJson.write(factor.values()));
        ScoreMatrix known = used.get(key);
        if (known != null) {
            return known;
        }
        ScoreMatrix computed = source.of(factor);
        used.put(key, computed);
        bytes += size(computed);
        Iterator<ScoreMatrix> oldest = used.values().iterator();
        while (bytes > mostBytes && used.size() > 1) {
            bytes -= size(oldest.next());
            oldest.remove();
        }
        return computed;
    }

    private static long size(ScoreMatrix scores) {
        return (long) scores.values().length * Double.BYTES;
    }
}
