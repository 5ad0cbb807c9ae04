package org.quantplatform.research.internal.backtests;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;
import org.quantplatform.api.backtests.BacktestRequest;
import org.quantplatform.api.plugins.PluginInfo;
import org.quantplatform.core.health.ReadyCheck;
import org.quantplatform.core.jobs.JobHandler.JobCancelled;
import org.quantplatform.core.plugins.PluginRegistry;
import org.quantplatform.core.threads.Daemon;
import org.quantplatform.json.QuantJson;
import org.quantplatform.model.Market;
import org.quantplatform.model.PluginKind;
import org.quantplatform.model.QuantException;
import org.quantplatform.research.internal.backtests.RequestResolver.Resolved;
import org.quantplatform.research.internal.requests.Problems;
import org.quantplatform.research.internal.scores.ScoreCache;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs backtests on made-up prices when the server starts: the first real one is several times slower on code that has
 * never run. Nothing of them is stored, and a server whose plug-ins do not allow them starts without.
 */
@Component(immediate = true, configurationPid = RehearsalConfig.PID)
@Designate(ocd = RehearsalConfig.class)
public final class Rehearsal implements ReadyCheck {

    private static final Logger LOG = LoggerFactory.getLogger(Rehearsal.class);

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int ASSETS = 1000;
    private static final int DAYS = 1000;

    /** The two ways that most runs take: all defaults of a market, and plain costs with fractions of shares. */
    private static final List<String> REQUESTS = List.of(
            """
            {"strategy": {"plugin": "factor-rank", "factors": [{"factor": "momentum", "weight": 1}],
               "parameters": {"top": 100, "weighting": "equal"}, "rebalance_frequency": "month_end"},
             "universe": {"market": "US"}, "start_date": "2015-01-01", "end_date": "2018-10-31"}""",
            """
            {"strategy": {"plugin": "factor-rank", "factors": [{"factor": "momentum", "weight": 1}],
               "parameters": {"top": 100, "weighting": "equal"}, "rebalance_frequency": "month_end"},
             "universe": {"market": "US"}, "start_date": "2015-01-01", "end_date": "2018-10-31",
             "execution": {"price": "next_close", "shares": "fractional"},
             "costs": {"commission_bps": 10, "slippage_bps": 5, "taxes": false}}""");

    private final PluginRegistry registry;
    private final Duration length;
    private final Thread thread;
    private volatile int runs;
    private volatile boolean done;

    @Activate
    public Rehearsal(@Reference PluginRegistry registry, RehearsalConfig config) {
        this.registry = registry;
        this.length = Duration.ofMillis(config.millis());
        this.done = length.isZero();
        this.thread = Daemon.threads("rehearsal").newThread(this::rehearse);
        if (!done) {
            thread.start();
        }
    }

    @Deactivate
    void stop() {
        thread.interrupt();
    }

    @Override
    public Optional<String> pending() {
        return done ? Optional.empty() : Optional.of("backtests are rehearsed");
    }

    /** Backtests that were run to their end. */
    int runs() {
        return runs;
    }

    private void rehearse() {
        try {
            if (pluginsSettled()) {
                repeat();
                LOG.info("Rehearsed backtests: {}", runs);
            }
        } catch (JobCancelled | InterruptedException e) {
            LOG.debug("The rehearsal of backtests ends early");
        } catch (QuantException e) {
            LOG.info("Rehearsed no backtests: {}", e.getMessage());
        } finally {
            done = true;
        }
    }

    private boolean pluginsSettled() throws InterruptedException {
        long start = System.nanoTime();
        while (registry.count(PluginInfo.Status.PROBATION) > 0
                || registry.find(PluginKind.STRATEGY, "factor-rank").isEmpty()
                || registry.find(PluginKind.FACTOR, "momentum").isEmpty()) {
            if (since(start).compareTo(PATIENCE) > 0) {
                return false;
            }
            Thread.sleep(50);
        }
        return true;
    }

    private void repeat() throws JobCancelled {
        MadeUpPrices prices = new MadeUpPrices(Market.US, ASSETS, DAYS);
        RequestResolver resolver = new RequestResolver(registry);
        long start = System.nanoTime();
        while (since(start).compareTo(length) < 0) {
            Problems problems = new Problems();
            String text = REQUESTS.get(runs % REQUESTS.size());
            BacktestRequest request = QuantJson.readRequest(text, BacktestRequest.class);
            Optional<Resolved> resolved = resolver.resolve(request, Optional.empty(), problems);
            problems.throwIfAny();
            Plan plan = Pins.resolve(Pins.manifest(resolved.orElseThrow(), prices.currentSnapshot()), registry);
            Unheard quiet = new Unheard(Thread.currentThread()::isInterrupted);
            QuantJson.write(new BacktestCalculation(plan, prices, quiet).run(ScoreCache.none()));
            runs++;
        }
    }

    private static Duration since(long nanos) {
        return Duration.ofNanos(System.nanoTime() - nanos);
    }
}
