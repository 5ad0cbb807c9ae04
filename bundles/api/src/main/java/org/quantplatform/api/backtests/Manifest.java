package org.quantplatform.api.backtests;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.quantplatform.model.PluginPin;

/**
 * Everything that determined a run.
 *
 * @param dataSnapshot id of the import after which the data was read
 * @param dataDigest SHA-256 over the prices and corporate actions that the run read
 * @param request with every default filled in
 * @param parameters of each plug-in, by {@code kind/id} (with {@code #n} for the n-th factor), every default filled in
 * @param seed of random numbers; 0 when none are drawn
 * @param resultHash SHA-256 over inputs and numbers, not over ids, times or host; null until completed
 * @param reproduces id of the run that this one repeats
 * @param identical whether the repetition gave the same hash; null when this is no repetition or not completed
 */
public record Manifest(
        String engine,
        List<PluginPin> plugins,
        String dataSnapshot,
        @Nullable String dataDigest,
        BacktestRequest request,
        Map<String, Map<String, Object>> parameters,
        long seed,
        @Nullable String resultHash,
        @Nullable String reproduces,
        @Nullable Boolean identical) {

    /** The same with the data and the hash of what came out. */
    public Manifest withResult(String digest, @Nullable String hash) {
        return new Manifest(
                engine, plugins, dataSnapshot, digest, request, parameters, seed, hash, reproduces, identical);
    }

    /** The same, of a run that is to repeat or has repeated another one. */
    public Manifest repeating(String original, @Nullable Boolean same) {
        return new Manifest(
                engine, plugins, dataSnapshot, dataDigest, request, parameters, seed, resultHash, original, same);
    }

    /** Only what was decided before the run. */
    public Manifest open() {
        return new Manifest(engine, plugins, dataSnapshot, null, request, parameters, seed, null, null, null);
    }
}
