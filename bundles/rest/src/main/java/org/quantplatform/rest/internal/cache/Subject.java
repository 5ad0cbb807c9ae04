package org.quantplatform.rest.internal.cache;

import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.quantplatform.api.PlatformSession;
import org.quantplatform.api.backtests.Backtest;
import org.quantplatform.api.backtests.Manifest;
import org.quantplatform.api.factors.FactorAnalysis;

/**
 * Finished work whose parts never change.
 *
 * @param id as it stands in the address
 */
record Subject(Kind kind, String id) {

    private static final Pattern ROUTE =
            Pattern.compile("/api/v1/(backtest|factors/analyses)/([A-Za-z0-9_-]{1,128})(?:/([a-z-]{1,20}))?");

    enum Kind {
        BACKTEST("|equity|trades|holdings|metrics|manifest|rolling|drawdowns|returns"),
        ANALYSIS("|ic|quantiles|turnover|returns|sectors|decay|correlation");

        private final Pattern parts;

        Kind(String parts) {
            this.parts = Pattern.compile(parts);
        }
    }

    /** What a path is about; empty when its answer may change or is too large to be kept. */
    static Optional<Subject> of(String path) {
        Matcher route = ROUTE.matcher(path);
        if (!route.matches()) {
            return Optional.empty();
        }
        Kind kind = route.group(1).equals("backtest") ? Kind.BACKTEST : Kind.ANALYSIS;
        String part = route.group(3) == null ? "" : route.group(3);
        return kind.parts.matcher(part).matches() ? Optional.of(new Subject(kind, route.group(2))) : Optional.empty();
    }

    /**
     * What tells this work from any other of the same id; empty until it is finished. Asks the service, which refuses
     * whoever may not read it.
     */
    Optional<String> version(PlatformSession session) {
        return switch (kind) {
            case BACKTEST -> version(session.backtests().get(id));
            case ANALYSIS -> version(session.factorAnalyses().get(id));
        };
    }

    private static Optional<String> version(Backtest run) {
        Manifest manifest = run.manifest();
        return manifest == null
                        || manifest.resultHash() == null
                        || !run.status().ended()
                ? Optional.empty()
                : stamp(run.createdAt(), run.finishedAt()).map(stamp -> stamp + manifest.resultHash());
    }

    private static Optional<String> version(FactorAnalysis analysis) {
        return analysis.status().ended() ? stamp(analysis.createdAt(), analysis.finishedAt()) : Optional.empty();
    }

    private static Optional<String> stamp(Instant created, @Nullable Instant finished) {
        return finished == null ? Optional.empty() : Optional.of(created + "/" + finished + "/");
    }
}
