package org.quantplatform.shell;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.quantplatform.api.Page;
import org.quantplatform.api.PageRequest;
import org.quantplatform.api.factors.DayScores;
import org.quantplatform.api.factors.FactorInfo;
import org.quantplatform.api.factors.FactorInfo.Needs;
import org.quantplatform.api.factors.Factors;
import org.quantplatform.api.factors.ScoreQuery;
import org.quantplatform.api.factors.ScoreRequest;
import org.quantplatform.api.factors.ScoreSet;
import org.quantplatform.api.jobs.JobStatus;
import org.quantplatform.api.plugins.PluginParameter;
import org.quantplatform.model.Market;
import org.quantplatform.model.QuantException;

/** One factor, whose scores are there as soon as they are asked for. */
final class MemoryFactors implements Factors {

    static final FactorInfo MOMENTUM = new FactorInfo(
            "momentum",
            "Price momentum",
            List.of("price"),
            "1.0.0",
            List.of(new PluginParameter("lookback", "int", 252, 2.0, 2520.0, List.of(), "Trading days")),
            new Needs(253, List.of("close"), false));

    private static final LocalDate FIRST = LocalDate.of(2020, 1, 2);

    final Map<String, ScoreSet> sets = new LinkedHashMap<>();

    @Override
    public Page<FactorInfo> list(PageRequest page) {
        return Page.cut(List.of(MOMENTUM), page);
    }

    @Override
    public FactorInfo get(String factor) {
        if (!factor.equals("momentum")) {
            throw QuantException.notFound("factor", factor);
        }
        return MOMENTUM;
    }

    @Override
    public ScoreSet compute(String factor, ScoreRequest request, Optional<String> idempotencyKey) {
        String id = "fs_" + (sets.size() + 1);
        ScoreSet.Stored stored = new ScoreSet.Stored("ab", "7", "cd", FIRST, FIRST, 1, 2, 2, Instant.EPOCH);
        sets.put(
                id,
                new ScoreSet(
                        id,
                        get(factor).id(),
                        JobStatus.COMPLETED,
                        100,
                        id,
                        request,
                        stored,
                        null,
                        Map.of(),
                        Instant.EPOCH));
        return sets.get(id);
    }

    @Override
    public Page<ScoreSet> scoreSets(String factor, PageRequest page) {
        return Page.cut(List.copyOf(sets.values()), page);
    }

    @Override
    public ScoreSet scoreSet(String factor, String scoresId) {
        return Optional.ofNullable(sets.get(scoresId))
                .orElseThrow(() -> QuantException.notFound("score set", scoresId));
    }

    @Override
    public DayScores scores(String factor, ScoreQuery query) {
        if (query.date() != null && query.date().isBefore(FIRST)) {
            throw QuantException.invalid("date", "scores begin on " + FIRST);
        }
        String id = query.scoresId() == null ? "fs_1" : query.scoresId();
        return new DayScores(
                scoreSet(factor, id).scoresId(),
                factor,
                Market.US,
                FIRST,
                List.of("A", "B"),
                new double[] {0.5, 0.75},
                new double[] {0.5, 1});
    }

    @Override
    public void deleteScores(String factor, String scoresId) {
        sets.remove(scoreSet(factor, scoresId).scoresId());
    }
}
