package org.quantplatform.client.internal;

import java.util.Optional;
import org.quantplatform.api.Page;
import org.quantplatform.api.PageRequest;
import org.quantplatform.api.factors.DayScores;
import org.quantplatform.api.factors.FactorInfo;
import org.quantplatform.api.factors.Factors;
import org.quantplatform.api.factors.ScoreQuery;
import org.quantplatform.api.factors.ScoreRequest;
import org.quantplatform.api.factors.ScoreSet;

/** {@code /factors}. */
public final class RemoteFactors implements Factors {

    private final Http http;

    public RemoteFactors(Http http) {
        this.http = http;
    }

    @Override
    public Page<FactorInfo> list(PageRequest page) {
        return http.send(Call.get(Query.of("/factors").page(page).toString())).page("factors", FactorInfo.class);
    }

    @Override
    public FactorInfo get(String factor) {
        return http.send(Call.get(path(factor))).as(FactorInfo.class);
    }

    @Override
    public ScoreSet compute(String factor, ScoreRequest request, Optional<String> idempotencyKey) {
        String key = idempotencyKey.orElseGet(Call::newKey);
        return http.send(Call.create(path(factor) + "/scores", request, key)).as(ScoreSet.class);
    }

    @Override
    public Page<ScoreSet> scoreSets(String factor, PageRequest page) {
        String path = Query.of(path(factor) + "/score-sets").page(page).toString();
        return http.send(Call.get(path)).page("score_sets", ScoreSet.class);
    }

    @Override
    public ScoreSet scoreSet(String factor, String scoresId) {
        return http.send(Call.get(setPath(factor, scoresId))).as(ScoreSet.class);
    }

    @Override
    public DayScores scores(String factor, ScoreQuery query) {
        String path = Query.of(path(factor) + "/scores")
                .with("date", query.date())
                .with("market", query.market())
                .with("scores_id", query.scoresId())
                .toString();
        return http.send(Call.get(path)).as(DayScores.class);
    }

    @Override
    public void deleteScores(String factor, String scoresId) {
        http.send(Call.delete(setPath(factor, scoresId)));
    }

    private static String setPath(String factor, String scoresId) {
        return path(factor) + "/score-sets/" + Query.segment(scoresId);
    }

    private static String path(String factor) {
        return "/factors/" + Query.segment(factor);
    }
}
