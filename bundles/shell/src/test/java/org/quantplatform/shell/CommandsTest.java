package org.quantplatform.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.quantplatform.api.backtests.BacktestRequest;
import org.quantplatform.api.backtests.Benchmark;
import org.quantplatform.api.jobs.JobStatus;
import org.quantplatform.api.strategies.FactorWeight;
import org.quantplatform.api.strategies.StrategyDefinition;
import org.quantplatform.model.FillPrice;
import org.quantplatform.model.Market;
import org.quantplatform.model.PriceBasis;
import org.quantplatform.model.Rebalance;
import org.quantplatform.model.ShareRule;

class CommandsTest {

    private final Run run = new Run();

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            strategy                                                          | Missing required subcommand
            strategy lst                                                      | did you mean list?
            strategy list --foo                                               | Unknown option: '--foo'
            strategy list --limit 0                                           | --limit must be 1 to 1000, was 0
            strategy show                                                     | Missing required parameter: 'STRATEGY'
            strategy create                                                   | Missing required option: '--name=<name>'
            strategy create --name A --config /nowhere.yaml                   | no file /nowhere.yaml
            strategy create --name A --factor momentum=high                   | is not a double
            strategy create --name A --rebalance hourly                       | rebalance_frequency: rebalance frequency must be
            strategy create --name A --factor-param momentum.skip=1           | --factor-param needs its --factor
            backtest run --start 2020-01-01 --end 2020-12-31                  | Missing: '--strategy'
            backtest run --strategy a --start 2020-01-01                      | Missing required option: '--end=DATE'
            backtest run --strategy a --start 2020-12-31 --end 2020-01-01     | --end 2020-01-01 is before --start 2020-12-31
            backtest run --strategy a --start 2020-13-01 --end 2020-12-31     | must be a date such as 2020-01-31
            backtest run --strategy a --start 2020-01-01 --end 2020-12-31 --initial-capital -5 | must be above 0
            backtest run --strategy a --start 2020-01-01 --end 2020-12-31 --price soon | execution.price: must be one of
            backtest run --strategy a --factor b=1 --start 2020-01-01 --end 2020-12-31 | A stored strategy is run as it is
            backtest run --strategy a --start 2020-01-01 --end 2020-12-31 --output /no/where/f | no folder /no/where
            data import                                                       | Missing required parameter: 'FILE'
            data import /nowhere.csv --market US                              | no file /nowhere.csv
            data import --source demo --market XX                             | market: must be one of
            plugin show momentum                                              | the plug-in's id is missing
            plugin show nothing/momentum                                      | no kind of plug-in is called 'nothing'
            --mode mars status                                                | expected one of [LOCAL, CLOUD]
            """)
    void refusesWhatItCannotRead(String line, String words) {
        assertThat(run.of(line.strip().split(" +"))).isEqualTo(ExitCode.USAGE);
        assertThat(run.err).startsWith("quant: ").contains(words).hasLineCount(1);
        assertThat(run.out).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
            strategy show nobody                                              | no strategy 'nobody'
            strategy delete nobody                                            | no strategy 'nobody'
            backtest show bt_0                                                | no backtest 'bt_0'
            backtest run --strategy unknown --start 2020-01-01 --end 2020-12-31 | strategy_id: no strategy 'unknown'
            data ohlcv NONE                                                   | no instrument 'NONE'
            """)
    void tellsRefusals(String line, String words) {
        assertThat(run.of(line.strip().split(" +"))).isEqualTo(ExitCode.REFUSED);
        assertThat(run.err).isEqualTo("quant: " + words + System.lineSeparator());
        assertThat(run.out).isEmpty();
    }

    @Test
    void tellsTheUnexpectedInOneLine() {
        assertThat(run.of("plugin", "list")).isEqualTo(ExitCode.FAILED);
        assertThat(run.err).isEqualTo("quant: no plug-ins in memory (-vv tells more)" + System.lineSeparator());
        assertThat(run.of("plugin", "list", "-vv")).isEqualTo(ExitCode.FAILED);
        assertThat(run.err).contains("\tat org.quantplatform.shell");
    }

    @Test
    void readsYamlWithoutItsSurprises() throws IOException {
        Path file = Files.writeString(
                folder.resolve("strategy.yaml"),
                """
                description: 2020-01-01
                factor_weights: {momentum: 0.4, low-volatility: .6}
                parameters: {top: 20, invested: 1.0}
                universe: {market: KR, tickers: [000660, ON, NO, 005930]}
                rebalance_frequency: month_end
                """);
        assertThat(run.of("strategy", "create", "--name", "My One", "--config", file.toString()))
                .isEqualTo(0);
        assertThat(run.out).isEqualTo("created strategy my_one" + System.lineSeparator());
        StrategyDefinition made = run.strategies.defined.get(0);
        assertThat(made.universe().tickers()).containsExactly("000660", "005930", "NO", "ON");
        assertThat(made.description()).isEqualTo("2020-01-01");
        assertThat(made.factorWeights()).containsEntry("low-volatility", 0.6);
        assertThat(made.parameters()).containsEntry("top", 20);
        assertThat(run.of("strategy", "update", "my_one", "--config", file.toString()))
                .isEqualTo(0);
        assertThat(run.out).contains("version 2");
        assertThat(run.of("strategy", "create", "--name", "My One", "--plugin", "p"))
                .isEqualTo(ExitCode.REFUSED);
    }

    @Test
    void namesFileAndPlaceOfBadInput() throws IOException {
        Path file = Files.writeString(folder.resolve("bad.yaml"), "name: a\nfactors: [\n");
        assertThat(run.of("strategy", "create", "--config", file.toString())).isEqualTo(ExitCode.USAGE);
        assertThat(run.err).startsWith("quant: bad.yaml, line 3: malformed YAML");
        Files.writeString(file, "name: a\nname: b\n");
        assertThat(run.of("strategy", "create", "--config", file.toString())).isEqualTo(ExitCode.USAGE);
        assertThat(run.err).contains("duplicate key");
        Files.writeString(file, "name: a\nfactors: [{factor: momentum, weight: high}]\n");
        assertThat(run.of("strategy", "create", "--config", file.toString())).isEqualTo(ExitCode.USAGE);
        assertThat(run.err).startsWith("quant: bad.yaml: factors[0].weight: must be a number");
        Files.writeString(file, "name: a\nwieghts: {}\n");
        assertThat(run.of("strategy", "create", "--config", file.toString())).isEqualTo(ExitCode.USAGE);
        assertThat(run.err).startsWith("quant: bad.yaml: wieghts: unknown field");
        Files.writeString(file, "a: &x [*x]\nname: b\n");
        assertThat(run.of("strategy", "create", "--config", file.toString())).isEqualTo(ExitCode.USAGE);
        Path json = Files.writeString(folder.resolve("bad.json"), "{\"name\": \n tru}");
        assertThat(run.of("strategy", "create", "--config", json.toString())).isEqualTo(ExitCode.USAGE);
        assertThat(run.err).startsWith("quant: bad.json, line 2: malformed JSON");
    }

    @Test
    void makesTheLongFormFromOptions() {
        int code = run.of(
                ("backtest run --start 2013-02-08 --end 2018-02-07 --initial-capital 1000000 --currency usd --market"
                                + " us --tickers A,AAL --ticker ZZ --factor momentum=1.0 --factor-param momentum.skip=21 --param"
                                + " top=94 --param weighting=equal --rebalance month_end --price next_close --shares fractional"
                                + " --commission-bps 10 --slippage-bps 5 --benchmark US:SPY --no-wait")
                        .split(" "));
        assertThat(run.err).isEmpty();
        assertThat(code).isEqualTo(0);
        assertThat(run.out).isEqualTo(MemoryBacktests.ID + System.lineSeparator());
        BacktestRequest made = run.backtests.submitted.get(0);
        assertThat(made.strategyId()).isNull();
        assertThat(made.strategy().factors()).containsExactly(new FactorWeight("momentum", 1, Map.of("skip", 21)));
        assertThat(made.strategy().parameters()).containsEntry("top", 94).containsEntry("weighting", "equal");
        assertThat(made.strategy().rebalanceFrequency()).isEqualTo(Rebalance.MONTH_END);
        assertThat(made.universe().market()).isEqualTo(Market.US);
        assertThat(made.universe().tickers()).containsExactly("A", "AAL", "ZZ");
        assertThat(made.execution().price()).isEqualTo(FillPrice.NEXT_CLOSE);
        assertThat(made.execution().shares()).isEqualTo(ShareRule.FRACTIONAL);
        assertThat(made.costs().commissionBps()).isEqualTo(10);
        assertThat(made.benchmark()).isEqualTo(Benchmark.ofTicker(Market.US, "SPY"));
        assertThat(made.currency()).isEqualTo("USD");
    }

    @Test
    void putsOptionsOverARequestFile() throws IOException {
        Path file = Files.writeString(
                folder.resolve("request.json"),
                "{\"strategy\":{\"plugin\":\"p\"},\"start_date\":\"2019-01-01\",\"end_date\":\"2019-12-31\"}");
        assertThat(run.of("backtest", "run", "--request", file.toString(), "--start", "2019-06-01", "--no-wait"))
                .isEqualTo(0);
        assertThat(run.backtests.submitted.get(0).startDate()).isEqualTo(LocalDate.of(2019, 6, 1));
        assertThat(run.backtests.submitted.get(0).endDate()).isEqualTo(LocalDate.of(2019, 12, 31));
    }

    @Test
    void showsTheResultOfARun() {
        int code = run.of("backtest run --strategy demo --start 2020-01-01 --end 2020-12-31".split(" "));
        assertThat(code).isEqualTo(0);
        assertThat(run.err).isEqualTo("backtest bt_20260102_001 50%" + System.lineSeparator());
        assertThat(run.out)
                .isEqualToNormalizingNewlines(
                        """
                Backtest  bt_20260102_001
                Status    completed
                Strategy  Demo (demo)
                Period    2020-01-01 to 2020-12-31
                Capital   1,000,000.00 USD

                Result
                  Total return                     28.45%
                  Annualized return                21.00%
                  Annualized volatility            14.00%
                  Sharpe ratio                       1.50
                  Sortino ratio                      2.40
                  Calmar ratio                          -
                  Max drawdown                    -12.30%
                  Win rate                         56.00%
                  Trades                            5,564
                  Round trips                         812
                  Final equity           1,284,500.00 USD
                  Commission                30,385.18 USD
                  Tax                            0.00 USD
                  Slippage                  15,192.36 USD
                  Costs in all              45,577.54 USD

                Equity
                  ▁▂▃▄▅▆▇█
                  2020-01-01 2020-01-08
                  min 1,000,000.00 USD on 2020-01-01, max 1,007,000.00 USD on 2020-01-08

                Warnings
                  ! 12 of 100 instruments have synthetic prices

                Links
                  self  http://127.0.0.1:8000/api/v1/backtest/bt_20260102_001
                """);
    }

    @Test
    void drawsABarOnATerminal() {
        run.screens = new Host.Screens(true, true, true, 80);
        assertThat(run.of("backtest run --strategy demo --start 2020-01-01 --end 2020-12-31".split(" ")))
                .isEqualTo(0);
        assertThat(run.err)
                .isEqualTo("\r"
                        + "\033[Kbacktest bt_20260102_001 [███████████████░░░░░░░░░░░░░░░] 50%  126 of 252"
                        + " days\r"
                        + "\033[K");
        assertThat(run.out).contains("\033[32m          28.45%").contains("\033[31m");
    }

    @Test
    void failsWithTheWork() {
        run.backtests.end = JobStatus.FAILED;
        assertThat(run.of("backtest run --strategy demo --start 2020-01-01 --end 2020-12-31 -q".split(" ")))
                .isEqualTo(ExitCode.FAILED);
        assertThat(run.err)
                .isEqualTo("quant: backtest bt_20260102_001 failed: factor momentum failed" + System.lineSeparator());
        assertThat(run.out).isEmpty();
    }

    @Test
    void cancelsWhenInterrupted() {
        run.backtests.endless = true;
        assertThat(run.of("backtest run --strategy demo --start 2020-01-01 --end 2020-12-31".split(" ")))
                .isEqualTo(ExitCode.INTERRUPTED);
        assertThat(run.backtests.cancelled).containsExactly(MemoryBacktests.ID);
        assertThat(run.err).contains("the server was asked to cancel " + MemoryBacktests.ID);
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }

    @Test
    void writesTheResultToAFile() throws IOException {
        Path file = folder.resolve("result.json");
        assertThat(run.of("backtest run --strategy demo --start 2020-01-01 --end 2020-12-31 --json --output"
                        .concat(" " + file)
                        .split(" ")))
                .isEqualTo(0);
        assertThat(Files.readString(file)).startsWith("{\"backtest_id\":\"bt_20260102_001\",\"status\":\"completed\"");
        assertThat(run.out).isEqualTo(Files.readString(file));
    }

    @Test
    void takesGlobalOptionsBeforeAndAfter() {
        assertThat(run.of("--json", "data", "markets")).isEqualTo(0);
        String before = run.out;
        assertThat(run.of("data", "markets", "--json")).isEqualTo(0);
        assertThat(run.out).isEqualTo(before).startsWith("{\"markets\":[{\"market\":\"KR\"");
        assertThat(run.of("--csv", "data", "markets")).isEqualTo(0);
        assertThat(run.out.lines())
                .containsExactly(
                        "market,currency,exchange,time_zone,instruments,synthetic,bars,first_date,last_date",
                        "KR,KRW,XKRX,Asia/Seoul,100,100,250000,2016-01-04,2025-01-04",
                        "HK,HKD,XHKG,Asia/Hong_Kong,0,0,0,,");
    }

    @Test
    void writesCsvThatCanBeReadBack() {
        assertThat(run.of("backtest", "trades", "x", "--csv")).isEqualTo(0);
        assertThat(run.out.lines().toList().get(1))
                .isEqualTo("2020-02-03,2020-01-31,\"AA,B\",buy,1234.0,10.5,12957.0,12.957,0.0,6.5");
    }

    @Test
    void alignsWideCharacters() {
        assertThat(run.of("data", "instruments")).isEqualTo(0);
        assertThat(run.out.lines())
                .containsExactly(
                        "MARKET  TICKER  NAME      TYPE   SECTOR      EXCHANGE  CURRENCY  LISTED  DELISTED  SYNTHETIC",
                        "KR      005930  삼성전자  stock  Technology  XKRX      KRW       -       -         synthetic");
    }

    @Test
    void importsFiles() throws IOException {
        Path file = Files.writeString(folder.resolve("p.csv"), "x");
        int code = run.of(("data import " + file
                        + " --market us --column ticker=name --source csv --price-basis split --layout long")
                .split(" "));
        assertThat(code).isEqualTo(0);
        assertThat(run.data.requests.get(0).columns()).containsEntry("ticker", "name");
        assertThat(run.data.requests.get(0).priceBasis()).isEqualTo(PriceBasis.SPLIT);
        assertThat(run.data.uploads.get(0).name()).isEqualTo("p.csv");
        assertThat(run.out).contains("Refused             1").contains("p.csv     7  AA");
    }

    @Test
    void runsTheDemoTwiceAndLoadsOnce() {
        assertThat(run.of("demo")).isEqualTo(0);
        assertThat(run.out).contains("Final equity").contains("▁▂▃▄▅▆▇█").contains("http://127.0.0.1:8000/console/");
        assertThat(run.of("demo")).isEqualTo(0);
        assertThat(run.data.requests).hasSize(1);
        assertThat(run.strategies.defined).hasSize(1);
        assertThat(run.backtests.submitted)
                .extracting(BacktestRequest::strategyId)
                .isEqualTo(List.of("demo_momentum_low_volatility", "demo_momentum_low_volatility"));
    }

    @Test
    void tellsHowTheServerIs() {
        assertThat(run.of("status")).isEqualTo(ExitCode.UNREACHABLE);
        assertThat(run.out)
                .isEqualToNormalizingNewlines(
                        """
                Server    http://127.0.0.1:8000
                Status    starting
                Version   0.1.0
                Up for    1 min
                Database  not reachable
                Plug-ins  7 active, 1 quarantined
                Jobs      1 running, 0 queued
                Problem   database: not reachable
                """);
    }

    @Test
    void showsMetricsInGroups() {
        assertThat(run.of("backtest", "metrics", "x", "--risk-free", "0.02")).isEqualTo(0);
        assertThat(run.out)
                .contains("Return", "total_return  2.00%", "Ratios", "sharpe_ratio  1.25", "Other", "num_trades  7")
                .contains("2020  -1.50%");
        assertThat(run.of("backtest", "metrics", "x", "--csv")).isEqualTo(0);
        assertThat(run.out).contains("metric,value", "sharpe_ratio,1.25");
    }

    @Test
    void showsTablesOfStatistics() {
        assertThat(run.of("backtest", "rolling", "x", "--window", "20", "--statistic", "beta"))
                .isEqualTo(0);
        assertThat(run.out).contains("2020-01-02  0.5000", "2020-01-03       -");
        assertThat(run.of("backtest", "drawdowns", "x")).isEqualTo(0);
        assertThat(run.out).contains("2020-01-02  2020-01-05  -         -10.00%     9");
        assertThat(run.of("backtest", "returns", "x", "--by", "year")).isEqualTo(0);
        assertThat(run.out).contains("YEAR        1      1.00%          -");
        assertThat(run.of("backtest", "returns", "x", "--by", "decade")).isEqualTo(ExitCode.USAGE);
        assertThat(run.of("backtest", "exposures", "x")).isEqualTo(0);
        assertThat(run.out).contains("mean gross", "50.00%", "Energy", "XOM");
        assertThat(run.of("backtest", "round-trips", "x")).isEqualTo(0);
        assertThat(run.out).contains("XOM", "buy", "2020-01-02  -", "25.00%");
        assertThat(run.of("backtest", "attribution", "x", "--by", "sector")).isEqualTo(0);
        assertThat(run.out).contains("SECTOR", "250.00", "2.50%");
        assertThat(run.of("backtest", "statistics", "--json")).isEqualTo(0);
        assertThat(run.out).contains("\"formula\":\"prod(1 + r) - 1\"");
    }
}
