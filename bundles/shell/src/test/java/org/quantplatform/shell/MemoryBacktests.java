package org.quantplatform.shell;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.quantplatform.api.Page;
import org.quantplatform.api.PageRequest;
import org.quantplatform.api.backtests.Backtest;
import org.quantplatform.api.backtests.BacktestMetrics;
import org.quantplatform.api.backtests.BacktestQuery;
import org.quantplatform.api.backtests.BacktestRequest;
import org.quantplatform.api.backtests.BacktestSummary;
import org.quantplatform.api.backtests.Backtests;
import org.quantplatform.api.backtests.EquitySeries;
import org.quantplatform.api.backtests.ResultFile;
import org.quantplatform.api.backtests.ResultQuery;
import org.quantplatform.api.jobs.Job;
import org.quantplatform.api.jobs.JobEvent;
import org.quantplatform.api.jobs.JobStatus;
import org.quantplatform.api.jobs.Jobs;
import org.quantplatform.model.FieldError;
import org.quantplatform.model.Holding;
import org.quantplatform.model.QuantException;
import org.quantplatform.model.Side;
import org.quantplatform.model.Trade;

/** Ends every run the way it was told to; job and run are one. */
final class MemoryBacktests implements Backtests {

    static final String ID = "bt_20260102_001";

    final List<BacktestRequest> submitted = new ArrayList<>();
    final List<String> cancelled = new ArrayList<>();
    JobStatus end = JobStatus.COMPLETED;
    final List<Long> openedAt = new ArrayList<>();
    boolean endless;
    private JobStatus status = JobStatus.QUEUED;

    @Override
    public Backtest submit(BacktestRequest request, Optional<String> idempotencyKey) {
        if ("unknown".equals(request.strategyId())) {
            throw QuantException.invalid(List.of(new FieldError("strategy_id", "no strategy 'unknown'")));
        }
        submitted.add(request);
        status = JobStatus.QUEUED;
        return get(ID);
    }

    @Override
    public Page<Backtest> list(BacktestQuery query, PageRequest page) {
        return Page.cut(submitted.isEmpty() ? List.of() : List.of(get(ID)), page);
    }

    @Override
    public Backtest get(String id) {
        if (!id.equals(ID)) {
            throw QuantException.notFound("backtest", id);
        }
        boolean done = status == JobStatus.COMPLETED;
        return new Backtest(
                ID,
                status,
                done ? 100 : 0,
                "demo",
                "Demo",
                LocalDate.of(2020, 1, 1),
                LocalDate.of(2020, 12, 31),
                1_000_000,
                "USD",
                done ? summary() : null,
                null,
                null,
                done ? List.of("12 of 100 instruments have synthetic prices") : List.of(),
                status == JobStatus.FAILED ? "factor momentum failed" : null,
                Map.of("self", "/api/v1/backtest/" + ID),
                Instant.parse("2026-01-02T03:04:05Z"),
                null,
                null);
    }

    @Override
    public ResultFile file(String id, ResultQuery query) {
        get(id);
        byte[] content = ("content of " + query + "\n").repeat(100).getBytes(StandardCharsets.UTF_8);
        return new ResultFile() {
            @Override
            public String name() {
                return id + "-trades." + query.format().extension();
            }

            @Override
            public String mediaType() {
                return query.format().mediaType();
            }

            @Override
            public String tag() {
                return "t" + content.length;
            }

            @Override
            public long length() {
                return content.length;
            }

            @Override
            public InputStream open(long from) {
                openedAt.add(from);
                return new ByteArrayInputStream(content, (int) from, content.length - (int) from);
            }
        };
    }

    @Override
    public EquitySeries equity(String id) {
        List<LocalDate> dates = new ArrayList<>();
        double[] equity = new double[8];
        for (int i = 0; i < equity.length; i++) {
            dates.add(LocalDate.of(2020, 1, 1).plusDays(i));
            equity[i] = 1_000_000 + i * 1000;
        }
        return new EquitySeries(dates, equity, new double[8], new double[8], new double[0]);
    }

    @Override
    public Page<Trade> trades(String id, PageRequest page) {
        LocalDate day = LocalDate.of(2020, 2, 3);
        Trade trade = new Trade(day, day.minusDays(3), "AA,B", Side.BUY, 1234, 10.5, 12.957, 0, 6.5);
        return Page.of(List.of(trade), page, 3);
    }

    @Override
    public List<Holding> holdings(String id, Optional<LocalDate> date) {
        return List.of();
    }

    @Override
    public BacktestMetrics metrics(String id) {
        return new BacktestMetrics(id, Map.of("sharpe_ratio", 1.25), List.of(), Map.of("2020", -0.015));
    }

    @Override
    public Backtest cancel(String id) {
        cancelled.add(id);
        status = JobStatus.CANCELLED;
        return get(id);
    }

    @Override
    public void delete(String id) {
        get(id);
    }

    @Override
    public Backtest reproduce(String id, Optional<String> idempotencyKey) {
        return get(id);
    }

    Jobs jobs() {
        return new MemoryJobs();
    }

    private static BacktestSummary summary() {
        return new BacktestSummary(
                0.2845,
                0.21,
                0.14,
                1.5,
                2.4,
                Double.NaN,
                -0.123,
                0.56,
                5564,
                812,
                1_284_500,
                30385.18,
                0,
                15192.36,
                45577.54,
                3);
    }

    private final class MemoryJobs implements Jobs {

        @Override
        public Page<Job> list(PageRequest page) {
            return Page.cut(List.of(get(ID)), page);
        }

        @Override
        public Job get(String id) {
            return new Job(id, "backtest", status, 0, 1, null, Instant.EPOCH, null, null);
        }

        @Override
        public Job cancel(String id) {
            MemoryBacktests.this.cancel(id);
            return get(id);
        }

        @Override
        public Watch watch(String id, long after, Consumer<JobEvent> listener) {
            listener.accept(new JobEvent(1, "progress", Map.of("completed_days", 126, "total_days", 252)));
            if (endless) {
                Thread.currentThread().interrupt();
                return () -> {};
            }
            status = end;
            listener.accept(new JobEvent(2, end.name().toLowerCase(Locale.ROOT), Map.of()));
            return () -> {};
        }
    }
}
