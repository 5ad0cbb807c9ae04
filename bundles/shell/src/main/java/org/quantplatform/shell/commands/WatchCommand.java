package org.quantplatform.shell.commands;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.quantplatform.api.data.LiveEvent;
import org.quantplatform.api.data.LivePrices;
import org.quantplatform.api.data.LiveQuery;
import org.quantplatform.api.data.LiveTick;
import org.quantplatform.json.QuantJson;
import org.quantplatform.model.ErrorCode;
import org.quantplatform.model.Market;
import org.quantplatform.model.QuantException;
import org.quantplatform.shell.ExitCode;
import org.quantplatform.shell.Host;
import org.quantplatform.shell.view.Figures;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Of the group {@code data}: prices of the moment, a line each as they come. */
@Command(name = "watch", description = "Show prices of the moment as a source tells them, until Ctrl-C")
public final class WatchCommand extends QuantCommand {

    private static final int LOOK_MILLIS = 200;

    @Parameters(arity = "1..*", paramLabel = "TICKER", description = "Tickers in their market")
    private List<String> tickers = List.of();

    @Option(names = "--source", required = true, paramLabel = "ID", description = "Data source that streams")
    private String source = "";

    @Option(names = "--market", paramLabel = "CODE", defaultValue = "US", description = "Market, US otherwise")
    private Market market = Market.US;

    @Option(names = "--count", paramLabel = "N", description = "End after so many prices")
    private @Nullable Integer count;

    @Option(names = "--seconds", paramLabel = "N", description = "End after so many seconds")
    private @Nullable Integer seconds;

    @Override
    int run() {
        if (count != null && count < 1 || seconds != null && seconds < 1) {
            throw usage("--count and --seconds must be 1 or more");
        }
        BlockingQueue<LiveEvent> events = new LinkedBlockingQueue<>();
        LivePrices.Watch watch = session().prices().watch(new LiveQuery(source, market, tickers, 0), events::add);
        Host.Interrupts interrupts = host().interrupts();
        try {
            follow(events);
        } catch (InterruptedException e) {
            note("interrupted");
        } finally {
            interrupts.close();
            watch.close();
        }
        return ExitCode.DONE;
    }

    private void follow(BlockingQueue<LiveEvent> events) throws InterruptedException {
        long end = seconds == null ? Long.MAX_VALUE : System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        int left = count == null ? Integer.MAX_VALUE : count;
        while (left > 0 && System.nanoTime() < end) {
            LiveEvent event = events.poll(LOOK_MILLIS, TimeUnit.MILLISECONDS);
            if (event != null) {
                if (event.type() == LiveEvent.Type.DOWN && event.retrySeconds() == 0) {
                    throw QuantException.of(ErrorCode.UNPROCESSABLE, event.detail());
                }
                show(event);
                left -= event.tick() == null ? 0 : 1;
            }
        }
    }

    private void show(LiveEvent event) {
        LiveTick tick = event.tick();
        if (globals().json()) {
            out().println(QuantJson.write(event));
        } else if (tick != null) {
            out().println(line(tick));
        } else {
            note(state(event));
        }
        out().flush();
    }

    private static String line(LiveTick tick) {
        Map<String, Double> values = new LinkedHashMap<>();
        values.put("price", tick.price());
        values.put("size", tick.size());
        values.put("bid", tick.bid());
        values.put("ask", tick.ask());
        StringBuilder line = new StringBuilder(tick.time() + "  " + tick.ticker());
        values.forEach(
                (name, value) -> line.append(Double.isNaN(value) ? "" : "  " + name + " " + Figures.upTo(value, 6)));
        return line + (tick.dropped() == 0 ? "" : "  dropped " + tick.dropped());
    }

    private String state(LiveEvent event) {
        String ticker = event.ticker() == null ? "" : " " + event.ticker();
        String what = source + ": " + event.type().name().toLowerCase(Locale.ROOT) + ticker;
        String why = event.detail().isEmpty() ? "" : ": " + event.detail();
        return what + why + (event.retrySeconds() == 0 ? "" : "; asked again in " + event.retrySeconds() + " s");
    }
}
