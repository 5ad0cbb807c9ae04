package org.quantplatform.store.internal.factors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.quantplatform.api.PageRequest;
import org.quantplatform.api.factors.AnalysisRequest;
import org.quantplatform.api.factors.FactorAnalysis;
import org.quantplatform.api.factors.FactorChoice;
import org.quantplatform.api.factors.FactorCorrelations;
import org.quantplatform.api.factors.FactorFigures;
import org.quantplatform.api.factors.IcSummary;
import org.quantplatform.api.jobs.JobStatus;
import org.quantplatform.core.factors.FactorAnalysisStore;
import org.quantplatform.core.factors.FactorAnalysisStore.NewAnalysis;
import org.quantplatform.core.factors.FactorAnalysisStore.Part;
import org.quantplatform.core.factors.FactorAnalysisStore.PartKey;
import org.quantplatform.core.factors.FactorAnalysisStore.PartOf;
import org.quantplatform.core.factors.FactorAnalysisStore.Result;
import org.quantplatform.core.identity.Caller;
import org.quantplatform.model.Adjust;
import org.quantplatform.model.Market;
import org.quantplatform.model.PluginKind;
import org.quantplatform.model.PluginPin;
import org.quantplatform.model.QuantException;
import org.quantplatform.model.Universe;
import org.quantplatform.store.internal.TestDatabase;
import org.quantplatform.store.internal.sql.Database;

class StoredFactorAnalysesTest {

    private static final PartKey ALIKE = new PartKey(FactorAnalysisStore.ALL, Part.CORRELATION);

    private StoredFactorAnalyses analyses;
    private Caller ann;

    @BeforeEach
    void freshDatabase() {
        Database database = TestDatabase.migrated();
        analyses = new StoredFactorAnalyses(database);
        ann = TestDatabase.caller(database, "ann");
    }

    private static NewAnalysis wanted(long snapshot) {
        AnalysisRequest request = new AnalysisRequest(
                List.of(new FactorChoice("momentum", Map.of("lookback", 252), 1.0)),
                Universe.of(Market.US),
                LocalDate.of(2020, 1, 1),
                LocalDate.of(2020, 12, 31),
                List.of(1),
                5,
                null,
                Adjust.ALL,
                null,
                List.of(1));
        PluginPin pin = new PluginPin(PluginKind.FACTOR, "momentum", "test.momentum", "1.0.0", "a".repeat(64));
        return new NewAnalysis(request, List.of(pin), snapshot);
    }

    private static FactorFigures figures(String subject, String factor, double mean) {
        IcSummary ic = new IcSummary(3, mean, 0.1, Double.NaN, 2, 1, 0.5);
        return new FactorFigures(
                subject,
                factor,
                Map.of(),
                3,
                LocalDate.of(2020, 2, 3),
                LocalDate.of(2020, 2, 5),
                30,
                Map.of("1", ic),
                Map.of("1", ic),
                Map.of(),
                Map.of(),
                Map.of(),
                Map.of("1", new double[] {0.5, Double.NaN}),
                Map.of("1", 0.75));
    }

    private static Result result(double mean) {
        return new Result(
                "d".repeat(64),
                List.of(figures("momentum", "momentum", mean), figures("combination", null, mean / 2)),
                List.of("careful"),
                List.of(new PartOf(ALIKE, new FactorCorrelations(List.of("momentum"), new double[][] {{mean}}))));
    }

    @Test
    void givesBackWhatWasStoredAndReplacesIt() {
        String id = analyses.create(ann, wanted(4), Optional.empty());
        assertThat(id).matches("fa_[0-9]{8}_001");
        assertThat(analyses.get(ann.userId(), id).orElseThrow().subjects()).isEmpty();
        analyses.saveResult(id, result(0.5));
        analyses.saveResult(id, result(0.1 + 0.2));
        FactorAnalysis analysis = analyses.get(ann.userId(), id).orElseThrow();
        assertThat(analysis.status()).isEqualTo(JobStatus.QUEUED);
        assertThat(analysis.request()).isEqualTo(wanted(4).request());
        assertThat(analysis.dataSnapshot()).isEqualTo("4");
        assertThat(analysis.subjects()).hasSize(2);
        assertThat(analysis.subjects().get(0).ic().get("1").mean()).isEqualTo(0.1 + 0.2);
        assertThat(analysis.ic().get("1").mean()).isEqualTo((0.1 + 0.2) / 2);
        assertThat(analysis.ic().get("1").icir()).isNaN();
        assertThat(analysis.turnover().get("1")).containsExactly(0.5, Double.NaN);
        assertThat(analysis.warnings()).containsExactly("careful");
        assertThat(analyses.part(id, ALIKE, FactorCorrelations.class)
                        .orElseThrow()
                        .matrix()[0][0])
                .isEqualTo(0.1 + 0.2);
        assertThat(analyses.part(id, new PartKey("other", Part.IC), Object.class))
                .isEmpty();
    }

    @Test
    void belongsToItsOwner() {
        String id = analyses.create(ann, wanted(1), Optional.of("k"));
        assertThat(analyses.create(ann, wanted(2), Optional.of("k"))).isEqualTo(id);
        assertThat(analyses.list(ann.userId(), PageRequest.FIRST).items())
                .extracting(FactorAnalysis::analysisId)
                .containsExactly(id);
        assertThat(analyses.list(ann.userId() + 1, PageRequest.FIRST).total()).isZero();
        assertThat(analyses.get(ann.userId() + 1, id)).isEmpty();
        assertThatThrownBy(() -> analyses.delete(ann.userId() + 1, id)).isInstanceOf(QuantException.class);
        analyses.delete(ann.userId(), id);
        assertThat(analyses.get(ann.userId(), id)).isEmpty();
    }
}
