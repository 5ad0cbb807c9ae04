package org.quantplatform.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quantplatform.api.backtests.BacktestRequest;
import org.quantplatform.api.strategies.OptimizerChoice;
import org.quantplatform.model.Universe;

class BacktestOptionsTest {

    private static final String DATES = " --start 2020-01-01 --end 2020-12-31 --no-wait";

    private final Run run = new Run();

    @TempDir
    private Path folder;

    @Test
    void everyFieldOfARequestHasAnOption() throws ReflectiveOperationException {
        BacktestRequest told = submit("--plugin factor-rank --param top=5 --factor momentum=1 --rebalance weekly"
                + " --combine ic --combine-param horizon=5 --combine-param window=60 --combine-param min-days=20"
                + " --max-weight 0.1 --max-sector-weight 0.3 --optimizer inverse-volatility --optimizer-param window=21"
                + " --market us --strict --ticker A --index SP500 --sector Energy --exclude B --min-age-days 365"
                + " --min-dollar-volume 1e6 --initial-capital 1e6 --currency usd --price next_close --shares whole"
                + " --participation 0.1 --market-rules --unfilled carry --commission-bps 10 --slippage-bps 5 --no-taxes"
                + " --cost-profile us --impact square_root:0.8 --conversion-bps 3 --cost-multiple 2 --benchmark US:SPY --adjust split"
                + " --cash-rate 0.02 --debit-rate 0.05 --borrow-rate 0.01 --day-count 360 --allow-short"
                + " --max-leverage 2 --initial-margin 0.5 --maintenance-margin 0.25 --withholding 0.15");
        List<String> missing = new ArrayList<>();
        collectMissing(told, "", missing);
        // a stored strategy and a benchmark of another kind stand in place of what was told
        assertThat(missing).containsExactly("strategy_id", "strategy.factor_weights", "benchmark.index");
        assertThat(told.costs().taxes()).isFalse();
        assertThat(told.strategy().optimizer())
                .isEqualTo(new OptimizerChoice("inverse-volatility", Map.of("window", 21)));
    }

    @Test
    void readsWeightsOfAFile() throws IOException {
        Path file = Files.writeString(
                folder.resolve("w.csv"), "\uFEFFdate, ticker, weight\r\n2020-01-02, A, 0.5\n\n2020-01-02,B,-1e-1\n");
        BacktestRequest told = submit("--weights " + file);
        assertThat(told.strategy().plugin()).isEqualTo("custom-weights");
        assertThat(told.strategy().parameters())
                .containsExactly(Map.entry("weights", "date,ticker,weight;2020-01-02,A,0.5;2020-01-02,B,-1e-1"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            ticker,weight                            | w.csv, line 1: must be the header date,ticker,weight
            date,ticker,weight/2020-01-02,A          | w.csv, line 2: must be date,ticker,weight, was '2020-01-02,A'
            date,ticker,weight//2020-13-02,A,1       | w.csv, line 3: must begin with a date such as 2020-01-31, was '2020-13-02'
            date,ticker,weight/2020-01-02,A,NaN      | w.csv, line 2: must end with a number, was 'nan'
            date,ticker,weight/2020-01-02,A,1;2      | w.csv, line 2: must be date,ticker,weight, was '2020-01-02,A,1;2'
            """)
    void namesTheLineThatCannotBeRead(String lines, String words) throws IOException {
        Path file = Files.writeString(folder.resolve("w.csv"), lines.replace('/', '\n'));
        assertThat(run.of(("backtest run" + DATES + " --weights " + file).split(" ")))
                .isEqualTo(ExitCode.USAGE);
        assertThat(run.err).isEqualTo("quant: " + words + System.lineSeparator());
    }

    @Test
    void refusesMoreWeightsThanARequestCarries() throws IOException {
        Path file = Files.writeString(
                folder.resolve("w.csv"), "date,ticker,weight\n" + "2020-01-02,TICKER,0.001\n".repeat(50_000));
        assertThat(run.of(("backtest run" + DATES + " --weights " + file).split(" ")))
                .isEqualTo(ExitCode.USAGE);
        assertThat(run.err).contains("w.csv, line 41667: the weights up to here are more than 1000000 characters");
    }

    private BacktestRequest submit(String options) {
        int code = run.of(("backtest run " + options + DATES).split(" "));
        assertThat(run.err).isEmpty();
        assertThat(code).isEqualTo(ExitCode.DONE);
        return run.backtests.submitted.get(0);
    }

    private static void collectMissing(Record told, String path, List<String> missing)
            throws ReflectiveOperationException {
        for (RecordComponent component : told.getClass().getRecordComponents()) {
            Object value = component.getAccessor().invoke(told);
            String name =
                    path + component.getName().replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
            if (value == null || value instanceof Collection<?> list && list.isEmpty()) {
                missing.add(name);
            } else if (value instanceof Record inner
                    && inner.getClass().getName().contains(".api.")) {
                collectMissing(inner, name + ".", missing);
            } else if (value instanceof Universe inner) {
                collectMissing(inner, name + ".", missing);
            }
        }
    }
}
