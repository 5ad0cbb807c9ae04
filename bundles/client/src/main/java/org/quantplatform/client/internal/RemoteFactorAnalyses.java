package org.quantplatform.client.internal;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.quantplatform.api.Page;
import org.quantplatform.api.PageRequest;
import org.quantplatform.api.factors.AnalysisRequest;
import org.quantplatform.api.factors.DecayTable;
import org.quantplatform.api.factors.FactorAnalyses;
import org.quantplatform.api.factors.FactorAnalysis;
import org.quantplatform.api.factors.FactorCorrelations;
import org.quantplatform.api.factors.IcSeries;
import org.quantplatform.api.factors.QuantileSeries;
import org.quantplatform.api.factors.ReturnSeries;
import org.quantplatform.api.factors.SectorTable;
import org.quantplatform.api.factors.TurnoverSeries;

/** {@code /factors/analyses}. */
public final class RemoteFactorAnalyses implements FactorAnalyses {

    private final Http http;

    public RemoteFactorAnalyses(Http http) {
        this.http = http;
    }

    @Override
    public FactorAnalysis analyze(AnalysisRequest request, Optional<String> idempotencyKey) {
        String key = idempotencyKey.orElseGet(Call::newKey);
        return http.send(Call.create("/factors/analyze", request, key)).as(FactorAnalysis.class);
    }

    @Override
    public Page<FactorAnalysis> list(PageRequest page) {
        String path = Query.of("/factors/analyses").page(page).toString();
        return http.send(Call.get(path)).page("analyses", FactorAnalysis.class);
    }

    @Override
    public FactorAnalysis get(String id) {
        return http.send(Call.get(path(id))).as(FactorAnalysis.class);
    }

    @Override
    public IcSeries ic(String id, @Nullable String subject) {
        return part(id, "ic", subject, IcSeries.class);
    }

    @Override
    public QuantileSeries quantiles(String id, @Nullable String subject) {
        return part(id, "quantiles", subject, QuantileSeries.class);
    }

    @Override
    public TurnoverSeries turnover(String id, @Nullable String subject) {
        return part(id, "turnover", subject, TurnoverSeries.class);
    }

    @Override
    public ReturnSeries returns(String id, @Nullable String subject) {
        return part(id, "returns", subject, ReturnSeries.class);
    }

    @Override
    public SectorTable sectors(String id, @Nullable String subject) {
        return part(id, "sectors", subject, SectorTable.class);
    }

    @Override
    public DecayTable decay(String id, @Nullable String subject) {
        return part(id, "decay", subject, DecayTable.class);
    }

    @Override
    public FactorCorrelations correlation(String id) {
        return part(id, "correlation", null, FactorCorrelations.class);
    }

    @Override
    public void delete(String id) {
        http.send(Call.delete(path(id)));
    }

    private <T> T part(String id, String name, @Nullable String subject, Class<T> type) {
        String path = Query.of(path(id) + "/" + name).with("subject", subject).toString();
        return http.send(Call.get(path)).as(type);
    }

    private static String path(String id) {
        return "/factors/analyses/" + Query.segment(id);
    }
}
