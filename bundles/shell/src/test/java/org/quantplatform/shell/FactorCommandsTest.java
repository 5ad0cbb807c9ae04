package org.quantplatform.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.quantplatform.api.factors.AnalysisRequest;
import org.quantplatform.api.factors.ScoreRequest;

class FactorCommandsTest {

    private final Run run = new Run();

    @Test
    void listsAndShowsFactors() {
        assertThat(run.of("factor", "list")).isEqualTo(ExitCode.DONE);
        assertThat(run.out).contains("momentum", "253", "close");
        assertThat(run.of("factor", "show", "momentum")).isEqualTo(ExitCode.DONE);
        assertThat(run.out).contains("Price momentum", "253 trading days", "on the asset alone", "lookback");
        assertThat(run.of("factor", "show", "nothing")).isEqualTo(ExitCode.REFUSED);
        assertThat(run.err).contains("no factor 'nothing'");
    }

    @Test
    void computesWhatOptionsTell() {
        assertThat(run.of("factor", "compute", "momentum", "--param", "lookback=126", "--market", "us", "--keep"))
                .isEqualTo(ExitCode.DONE);
        ScoreRequest request = run.factors.sets.get("fs_1").request();
        assertThat(request.parameters()).isEqualTo(Map.of("lookback", 126));
        assertThat(request.universe().market()).hasToString("US");
        assertThat(request.keep()).isTrue();
        assertThat(request.startDate()).isNull();
        assertThat(run.out).contains("fs_1", "completed", "2020-01-02", "yes");
        assertThat(run.of("factor", "compute", "momentum", "--no-wait")).isEqualTo(ExitCode.DONE);
        assertThat(run.out.strip()).isEqualTo("fs_2");
    }

    @Test
    void showsScoresBestFirst() {
        run.of("factor", "compute", "momentum");
        assertThat(run.of("factor", "scores", "momentum", "--date", "2020-06-30"))
                .isEqualTo(ExitCode.DONE);
        assertThat(run.out.lines().toList()).hasSize(3).element(1).asString().startsWith("B");
        assertThat(run.err).contains("2 of 2 scores of momentum on 2020-01-02");
        assertThat(run.of("factor", "scores", "momentum", "--csv", "--top", "1"))
                .isEqualTo(ExitCode.DONE);
        assertThat(run.out.lines()).containsExactly("ticker,score,percentile", "B,0.75,1.0");
        assertThat(run.of("factor", "scores", "momentum", "--market", "mars")).isEqualTo(ExitCode.USAGE);
        assertThat(run.err).contains("--market must be one of");
        assertThat(run.of("factor", "score-sets", "momentum")).isEqualTo(ExitCode.DONE);
        assertThat(run.out).contains("fs_1");
    }

    @Test
    void analysesWhatOptionsTell() {
        assertThat(run.of(
                        "factor",
                        "analyze",
                        "momentum",
                        "momentum",
                        "--factor-param",
                        "momentum#2.skip=0",
                        "--start",
                        "2013-02-08",
                        "--end",
                        "2018-02-07",
                        "--horizon",
                        "1,5",
                        "--combine",
                        "max_icir"))
                .isEqualTo(ExitCode.DONE);
        AnalysisRequest request = run.analyses.made.get("fa_1").request();
        assertThat(request.factors()).hasSize(2);
        assertThat(request.factors().get(1).parameters()).isEqualTo(Map.of("skip", 0));
        assertThat(request.horizons()).containsExactly(1, 5);
        assertThat(request.combination().method()).hasToString("MAX_ICIR");
        assertThat(run.out).contains("Rank IC", "0.0141", "5.00 bp", "7.00 bp", "463,420");
        assertThat(run.of("factor", "analyze", "momentum", "--factor-param", "value.x=1"))
                .isEqualTo(ExitCode.USAGE);
        assertThat(run.err).contains("belongs to no factor");
        assertThat(run.of("factor", "analyze")).isEqualTo(ExitCode.REFUSED);
        assertThat(run.err).contains("factors: must be 1 to 20 factors");
    }

    @Test
    void showsPartsOfAnAnalysis() {
        run.of("factor", "analyze", "momentum", "--start", "2013-02-08", "--end", "2018-02-07");
        assertThat(run.of("factor", "analysis", "fa_1")).isEqualTo(ExitCode.DONE);
        assertThat(run.out).contains("momentum", "2.07");
        assertThat(run.of("factor", "analyses")).isEqualTo(ExitCode.DONE);
        assertThat(run.out).contains("fa_1", "2013-02-08");
        assertThat(run.of("factor", "ic", "fa_1", "--csv")).isEqualTo(ExitCode.DONE);
        assertThat(run.out.lines()).containsExactly("month,ic_1", "2014-02,0.5");
        assertThat(run.of("factor", "sectors", "fa_1")).isEqualTo(ExitCode.DONE);
        assertThat(run.out).contains("Energy");
        assertThat(run.of("factor", "decay", "fa_1", "--subject", "momentum")).isEqualTo(ExitCode.DONE);
        assertThat(run.out).contains("21", "0.8922");
        assertThat(run.of("factor", "correlation", "fa_1")).isEqualTo(ExitCode.DONE);
        assertThat(run.out).contains("MOMENTUM", "1.0000");
        assertThat(run.of("factor", "decay", "fa_1", "--subject", "other")).isEqualTo(ExitCode.REFUSED);
    }

    @Test
    void storesExpressions() {
        assertThat(run.of("factor", "expression", "create", "mine", "Mean($close, 20)"))
                .isEqualTo(ExitCode.DONE);
        assertThat(run.out.strip()).isEqualTo("created expression mine");
        assertThat(run.of("factor", "expression", "list")).isEqualTo(ExitCode.DONE);
        assertThat(run.out).contains("mine", "Mean($close, 20)", "close");
        assertThat(run.of("factor", "expression", "show", "mine")).isEqualTo(ExitCode.DONE);
        assertThat(run.out).contains("20 trading days", "on the asset alone");
        assertThat(run.of("factor", "operators")).isEqualTo(ExitCode.DONE);
        assertThat(run.out).contains("Add(x, y)", "Sum of both.");
        assertThat(run.of("factor", "expression", "create", "mine", "Men($close, 20)"))
                .isEqualTo(ExitCode.REFUSED);
        assertThat(run.err).contains("did you mean Mean?");
        assertThat(run.of("factor", "expression", "delete", "mine")).isEqualTo(ExitCode.DONE);
        assertThat(run.of("factor", "expression", "show", "mine")).isEqualTo(ExitCode.REFUSED);
    }
}
