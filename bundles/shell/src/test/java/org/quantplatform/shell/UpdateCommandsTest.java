package org.quantplatform.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quantplatform.api.data.CompareWith;
import org.quantplatform.api.data.UpdateMode;
import org.quantplatform.api.data.UpdateRequest;
import org.quantplatform.model.Market;
import org.quantplatform.model.PriceBasis;

class UpdateCommandsTest {

    private final Run run = new Run();

    @Test
    void sendsWhatIsToBeUpdatedAndShowsTheAccounting() {
        int code = run.of(
                "data",
                "update",
                "US",
                "--source",
                "one,two",
                "--ticker",
                "A,B",
                "--overlap",
                "3",
                "--price-basis",
                "split",
                "--option",
                "adjust=none");

        assertThat(code).isEqualTo(0);
        UpdateRequest request = run.updates.requests.get(0);
        assertThat(request.market()).isEqualTo(Market.US);
        assertThat(request.sources()).containsExactly("one", "two");
        assertThat(request.tickers()).containsExactly("A", "B");
        assertThat(request.overlapDays()).isEqualTo(3);
        assertThat(request.priceBasis()).isEqualTo(PriceBasis.SPLIT);
        assertThat(request.options()).containsEntry("adjust", "none");
        assertThat(run.out)
                .contains("Update    up_20260131_001", "Parts     1 of 1 done", "Snapshot  7")
                .containsPattern("Requested +10")
                .containsPattern("Not asked for +5");
    }

    @Test
    void backfillsFromADay() {
        assertThat(run.of("data", "backfill", "KR")).isEqualTo(2);
        assertThat(run.of("data", "backfill", "KR", "--start", "2019-01-02", "--no-wait"))
                .isEqualTo(0);
        UpdateRequest request = run.updates.requests.get(0);
        assertThat(request.mode()).isEqualTo(UpdateMode.BACKFILL);
        assertThat(request.startDate()).isEqualTo(LocalDate.of(2019, 1, 2));
        assertThat(request.sources()).isNull();
        assertThat(run.out).isEqualTo("up_20260131_001\n");
    }

    @Test
    void checksBars() {
        assertThat(run.of("data", "check", "US", "--ticker", "LNT")).isEqualTo(0);
        assertThat(run.out).contains("Check        ck_20260131_001").containsPattern("spike +1");
        assertThat(run.checks.requests.get(0).tickers()).containsExactly("LNT");
        assertThat(run.of("data", "checks", "ck_20260131_001", "--rule", "spike"))
                .isEqualTo(0);
        assertThat(run.out.lines().toList().get(1)).matches("LNT +2016-05-19 +spike +from 74 to 37 and back +yes");
    }

    @Test
    void comparesBarsWithThoseOfAnotherSource() {
        assertThat(run.of("data", "check", "US")).isEqualTo(0);
        assertThat(run.checks.requests.get(0).compare()).isNull();
        assertThat(run.of("data", "check", "US", "--compare")).isEqualTo(0);
        assertThat(run.checks.requests.get(1).compare()).isEqualTo(CompareWith.others());

        int code = run.of(
                "data",
                "check",
                "US",
                "--against",
                "one,two",
                "--against-basis",
                "split",
                "--sample",
                "20",
                "--tolerance",
                "0.01",
                "--volume-tolerance",
                "0.2");

        assertThat(code).isEqualTo(0);
        assertThat(run.checks.requests.get(2).compare())
                .isEqualTo(new CompareWith(List.of("one", "two"), PriceBasis.SPLIT, 20, 0.01, 0.2));
        assertThat(run.out)
                .contains("Compared with other")
                .containsPattern("Different +2")
                .containsPattern("Not compared, not_sampled +250");
    }

    @Test
    void showsThePast() {
        assertThat(run.of("data", "diff", "3", "7")).isEqualTo(0);
        assertThat(run.out.lines().toList().get(1)).matches("bar +revised +A +2024-01-02 +- +close 3 +close 7");
        assertThat(run.of("data", "diff", "7", "3")).isEqualTo(2);
        assertThat(run.of("data", "fundamentals", "A", "--as-of", "12")).isEqualTo(0);
        assertThat(run.out.lines().toList().get(1)).contains("1,000,000,000");
        assertThat(run.of("data", "fundamentals", "A", "--as-of", "never")).isEqualTo(3);
    }

    @Test
    void showsPartsOfADayByTheClockOfTheExchange() {
        assertThat(run.of(
                        "data",
                        "ohlcv",
                        "QZAA",
                        "--timeframe",
                        "1m",
                        "--start",
                        "2026-11-27T14:45:00Z",
                        "--limit",
                        "1"))
                .isEqualTo(0);
        assertThat(run.out.lines().toList().get(0)).isEqualTo("QZAA in USD, adjusted none, times of America/New_York");
        assertThat(run.out.lines().toList().get(2))
                .matches("2026-11-27 09:45 +10.5000 +10.5000 +10.5000 +10.5000 +1,200");
        assertThat(run.out).endsWith("more; --start 2026-11-27T14:46:00Z shows them\n");
        assertThat(run.of("data", "ohlcv", "QZAA", "--timeframe", "5m", "--start", "2026-11-27", "--csv"))
                .isEqualTo(0);
        assertThat(run.out.lines().toList())
                .containsExactly("time,open,high,low,close,volume", "2026-11-27T05:00:00Z,10.5,10.5,10.5,10.5,1200.0");
    }

    @Test
    void refusesWhatPartsOfADayDoNotHave() {
        assertThat(run.of("data", "ohlcv", "QZAA", "--timeframe", "2m")).isEqualTo(3);
        assertThat(run.of("data", "ohlcv", "QZAA", "--timeframe", "1m", "--adjust", "all"))
                .isEqualTo(2);
        assertThat(run.of("data", "ohlcv", "QZAA", "--limit", "3")).isEqualTo(2);
        assertThat(run.of("data", "ohlcv", "QZAA", "--start", "2026-11-27T14:45:00Z"))
                .isEqualTo(2);
        assertThat(run.err).contains("--start must be a day");
        assertThat(run.of("data", "ohlcv", "QZAA", "--timeframe", "1m", "--start", "27.11."))
                .isEqualTo(2);
        assertThat(run.err).contains("must be a date such as");
    }

    @Test
    void asksForMinutes() {
        assertThat(run.of("data", "update", "KR", "--timeframe", "1m", "--ticker", "980010"))
                .isEqualTo(0);
        assertThat(run.out).contains("KR, update of 1m");
    }

    @Test
    void showsTheLatestBars() {
        assertThat(run.of("data", "latest", "AAPL")).isEqualTo(0);
        assertThat(run.out.lines().toList().get(1))
                .matches("AAPL +2024-01-02 +12.0000 +12.0000 +12.0000 +12.0000 +1,000 +USD +synthetic");
        assertThat(run.of("data", "latest", "AAPL", "--as-of", "3", "--csv")).isEqualTo(0);
        assertThat(run.out.lines().toList())
                .containsExactly(
                        "ticker,date,open,high,low,close,volume,currency,synthetic",
                        "AAPL,2024-01-02,10.0,10.0,10.0,10.0,1000.0,USD,true");
    }

    @Test
    void showsPricesAsTheyCome() {
        assertThat(run.of("data", "watch", "B", "A", "--source", "one", "--market", "US", "--count", "2"))
                .isEqualTo(0);
        assertThat(run.out.lines().toList())
                .containsExactly(
                        "2026-01-02T15:00:00Z  A  price 12.5  size 100  dropped 3",
                        "2026-01-02T15:00:00Z  A  bid 12.4  ask 12.6");
        assertThat(run.err).contains("one: down: no key; asked again in 2 s", "one: refused X: unknown");
        assertThat(run.prices.queries.get(0).tickers()).containsExactly("A", "B");
        assertThat(run.prices.closed).isEqualTo(1);

        assertThat(run.of("data", "watch", "A", "--source", "one", "--count", "1", "--json"))
                .isEqualTo(0);
        assertThat(run.out.lines().toList().get(2))
                .contains("\"type\":\"tick\"")
                .contains("\"price\":12.5");
        assertThat(run.of("data", "watch", "A", "--source", "one", "--count", "0"))
                .isEqualTo(2);
        assertThat(run.of("data", "watch", "A")).isEqualTo(2);
        assertThat(run.of("data", "watch", "A", "--source", "gone")).isEqualTo(3);
        assertThat(run.err).contains("there is no source 'gone'").doesNotContain("asked again");
    }

    @Test
    void showsWherePricesComeFrom() {
        assertThat(run.of("data", "streams")).isEqualTo(0);
        assertThat(run.out.lines().toList().get(1)).matches("one +KR +live +1 +2 +1,234 +3 +2026-01-02 14:59:00 +-");
        assertThat(run.of("data", "streams", "--json")).isEqualTo(0);
        assertThat(run.out).contains("\"latest_notice_at\":\"2026-01-02T14:59:00Z\"");
    }

    @Test
    void repeatsUpdates() {
        assertThat(run.of(
                        "data", "schedule", "add", "US", "--cron", "0 22 * * 1-5", "--zone", "UTC", "--source", "a,b"))
                .isEqualTo(0);
        assertThat(run.out).contains("sc_20260131_001", "0 22 * * 1-5, UTC");
        assertThat(run.updates.scheduled.get(0).update().sources()).containsExactly("a", "b");
        assertThat(run.of("data", "schedule", "list")).isEqualTo(0);
        assertThat(run.out).contains("no key", "failed", "ann");
        assertThat(run.of("data", "schedule", "run-now", "sc_20260131_001")).isEqualTo(0);
        assertThat(run.of("data", "schedule", "remove", "sc_20260131_001")).isEqualTo(0);
        assertThat(run.of("data", "schedule", "remove", "sc_20260131_001")).isEqualTo(3);
        assertThat(run.of("data", "schedule", "add", "US")).isEqualTo(3);
        assertThat(run.of("data", "schedule", "add", "US", "--after-close", "soon"))
                .isEqualTo(2);
    }

    @Test
    void writesDataIntoAFile(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("bars.csv");
        String[] command = {
            "data",
            "export",
            "US",
            "--ticker",
            "B,A",
            "--as-of",
            "3",
            "--strict",
            "--start",
            "2020-01-02",
            "-o",
            file.toString()
        };
        assertThat(run.of(command)).isEqualTo(0);
        assertThat(Files.readString(file))
                .contains("kind=BARS, market=US, tickers=[A, B], startDate=2020-01-02")
                .contains("asOf=3, quality=STRICT, format=CSV");
        assertThat(run.of(command)).as("it is there").isEqualTo(3);
        assertThat(run.of(
                        "data",
                        "export",
                        "US",
                        "--format",
                        "json",
                        "-o",
                        folder.resolve("x").toString()))
                .isEqualTo(3);
        assertThat(run.of("data", "export", "NYSE")).isEqualTo(2);
    }

    @Test
    void listsUpdatesStatusAndGaps() {
        run.of("data", "update", "US", "--no-wait");

        assertThat(run.of("data", "updates", "up_20260131_001")).isEqualTo(0);
        assertThat(run.out).contains("connection reset").containsPattern("1 +update +done +2 +2024-06-14");
        assertThat(run.out)
                .containsPattern("Reasons\\R +no positive close +1")
                .containsPattern("Sources that failed\\R +one +in 1 part")
                .containsPattern("1 +two +A +2024-06-13 +refused +no positive close");
        assertThat(run.of("--csv", "data", "status")).isEqualTo(0);
        assertThat(run.out.lines().toList())
                .isEqualTo(List.of(
                        "market,instruments,bars,first_date,last_date,last_session,current,behind,complete_to,sources,"
                                + "last_update",
                        "US,3,9000,2019-06-14,2024-06-14,2024-06-14,2,1,2024-06-12,\"one, two\",up_20260131_001"));
        assertThat(run.of("data", "gaps", "US", "--ticker", "C")).isEqualTo(0);
        assertThat(run.out.lines().toList().get(1)).matches("C +2024-06-13 +2024-06-14 +2 +no");
        assertThat(run.of("data", "gaps", "US", "--timeframe", "1m")).isEqualTo(0);
        assertThat(run.of("data", "gaps", "US", "--timeframe", "1h")).isEqualTo(3);
        assertThat(run.err).contains("must be 1d or 1m");
    }
}
