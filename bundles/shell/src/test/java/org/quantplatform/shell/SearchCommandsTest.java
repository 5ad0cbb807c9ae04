package org.quantplatform.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quantplatform.api.searches.Dimension;
import org.quantplatform.api.searches.HeatMapQuery;
import org.quantplatform.api.searches.HeatMapQuery.Reduce;
import org.quantplatform.api.searches.Objective;
import org.quantplatform.api.searches.SearchKind;
import org.quantplatform.api.searches.SearchRequest;
import org.quantplatform.api.searches.Trial.Part;
import org.quantplatform.api.searches.TrialQuery;
import org.quantplatform.api.searches.WalkForwardSpec.Scheme;
import org.quantplatform.api.searches.WalkForwardSpec.Span;

class SearchCommandsTest {

    private final Run run = new Run();

    private int search(String... more) {
        List<String> arguments = new ArrayList<>(List.of(
                "search",
                "run",
                "--plugin",
                "sma-cross",
                "--tickers",
                "GOOG",
                "--start",
                "2004-08-19",
                "--end",
                "2013-03-01"));
        arguments.addAll(List.of(more));
        return run.of(arguments.toArray(String[]::new));
    }

    @Test
    void searchesWhatOptionsTell() {
        assertThat(search(
                        "--vary",
                        "parameters.fast=5,10,20",
                        "--vary",
                        "parameters.slow=30..60:10",
                        "--vary",
                        "rebalance-frequency=weekly,month_end",
                        "--where",
                        "fast < slow",
                        "--objective",
                        "calmar_ratio",
                        "--name",
                        "crosses"))
                .isEqualTo(ExitCode.DONE);
        SearchRequest request = run.searches.requests.get("se_1");
        assertThat(request.space())
                .containsEntry("parameters.fast", Dimension.of(5, 10, 20))
                .containsEntry("parameters.slow", Dimension.range(30, 60, 10))
                .containsEntry("rebalance_frequency", Dimension.of("weekly", "month_end"));
        assertThat(request.constraints()).containsExactly("fast < slow");
        assertThat(request.objective()).isEqualTo(Objective.CALMAR_RATIO);
        assertThat(request.name()).isEqualTo("crosses");
        assertThat(request.backtest().strategy().plugin()).isEqualTo("sma-cross");
        assertThat(run.out)
                .contains("Best trial", "parameters.top=2", "Deflated Sharpe ratio", "81.25%", "37.50%", "left out");
        assertThat(search("--vary", "parameters.fast=5", "--no-wait")).isEqualTo(ExitCode.DONE);
        assertThat(run.out.strip()).isEqualTo("se_2");
    }

    @Test
    void walksForwardAndLooksAtCosts() {
        assertThat(search(
                        "--vary",
                        "parameters.fast=5",
                        "--kind",
                        "walk-forward",
                        "--scheme",
                        "anchored",
                        "--train",
                        "2y",
                        "--test",
                        "1y"))
                .isEqualTo(ExitCode.DONE);
        SearchRequest walk = run.searches.requests.get("se_1");
        assertThat(walk.kind()).isEqualTo(SearchKind.WALK_FORWARD);
        assertThat(walk.walkForward().scheme()).isEqualTo(Scheme.ANCHORED);
        assertThat(walk.walkForward().train()).isEqualTo(Span.ofYears(2));
        assertThat(run.out).contains("Windows", "Out of sample", "Accepted", "efficiency");
        assertThat(search("--kind", "cost_sensitivity", "--multiples", "0,1.5")).isEqualTo(ExitCode.DONE);
        assertThat(run.searches.requests.get("se_2").costMultiples()).containsExactly(0.0, 1.5);
        assertThat(run.out).contains("Costs", "Total return is 0 at", "0.5");
        assertThat(search("--vary", "parameters.fast=5", "--train", "soon")).isEqualTo(ExitCode.USAGE);
        assertThat(run.err).contains("--train must be years or trading days");
        assertThat(search("--kind", "grid")).isEqualTo(ExitCode.REFUSED);
        assertThat(run.err).contains("at least one path");
    }

    @Test
    void readsASearchFromAFile(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("search.yaml");
        Files.writeString(
                file,
                """
                backtest:
                  strategy: {plugin: sma-cross}
                  start_date: 2004-08-19
                  end_date: 2013-03-01
                space:
                  parameters.fast: [5, 10]
                """);
        assertThat(run.of(
                        "search",
                        "run",
                        "--request",
                        file.toString(),
                        "--end",
                        "2012-12-31",
                        "--vary",
                        "parameters.slow=60"))
                .isEqualTo(ExitCode.DONE);
        SearchRequest request = run.searches.requests.get("se_1");
        assertThat(request.backtest().endDate()).hasToString("2012-12-31");
        assertThat(request.backtest().strategy().plugin()).isEqualTo("sma-cross");
        assertThat(request.space()).containsOnlyKeys("parameters.fast", "parameters.slow");
    }

    @Test
    void showsTrialsAndMaps() {
        search("--vary", "parameters.fast=5");
        assertThat(run.of("search", "list")).isEqualTo(ExitCode.DONE);
        assertThat(run.out).contains("se_1", "tops", "grid", "0.7500");
        assertThat(run.of("search", "show", "se_1")).isEqualTo(ExitCode.DONE);
        assertThat(run.of("search", "trials", "se_1", "--part", "train", "--window", "2", "--by-number", "--csv"))
                .isEqualTo(ExitCode.DONE);
        assertThat(run.searches.asked).isEqualTo(new TrialQuery(2, Part.TRAIN, false));
        assertThat(run.out.lines().skip(1).findFirst())
                .hasValueSatisfying(row -> assertThat(row).startsWith("1,,,parameters.top=1,0.25,0.5,-0.2,4,"));
        assertThat(run.of("search", "heatmap", "se_1", "--metric", "turnover", "--reduce", "mean"))
                .isEqualTo(ExitCode.DONE);
        assertThat(run.searches.map).isEqualTo(new HeatMapQuery(null, null, Objective.TURNOVER, Reduce.MEAN));
        assertThat(run.out.lines().toList())
                .hasSize(3)
                .element(1)
                .asString()
                .startsWith("30")
                .contains("0.5000");
        assertThat(run.of("search", "request", "se_1", "2")).isEqualTo(ExitCode.DONE);
        assertThat(run.out).contains("\"initial_capital\":2000.0");
        assertThat(run.of("search", "equity", "se_1", "--csv")).isEqualTo(ExitCode.DONE);
        assertThat(run.out.lines()).containsExactly("date,equity", "2020-01-02,1000.0");
        assertThat(run.of("search", "cancel", "se_1")).isEqualTo(ExitCode.DONE);
        assertThat(run.of("search", "delete", "se_1")).isEqualTo(ExitCode.DONE);
        assertThat(run.of("search", "show", "se_1")).isEqualTo(ExitCode.REFUSED);
    }
}
