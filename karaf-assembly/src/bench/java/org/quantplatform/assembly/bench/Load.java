package org.quantplatform.assembly.bench;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import org.quantplatform.assembly.it.BareServer;
import org.quantplatform.assembly.it.LaunchedServer;
import org.quantplatform.assembly.it.OpenSockets;
import org.quantplatform.assembly.it.QuantServer;
import org.quantplatform.assembly.it.Wrk;

/** How a server of the built distribution bears many callers at the same time. */
public final class Load {

    private static final int CONNECTIONS = 64;
    private static final int SOCKETS = 200;
    private static final int WARM_SECONDS = 15;
    private static final double LEAST_SHARE = 0.6;
    private static final double MOST_SPREAD = 10;

    private final LaunchedServer launched;
    private final QuantServer server;
    private final Work work;
    private final Wrk wrk = new Wrk(CONNECTIONS);

    private Load(Path folder) throws Exception {
        this.launched = LaunchedServer.unpack(
                folder, Map.of("QUANT_JAVA_OPTS", "-Xmx1g", "QUANT_REST_STREAMS_PER_ADDRESS", "1000"));
        this.server = launched.server();
        this.work = new Work(server);
    }

    /** Takes an empty folder for a server, {@code load} or {@code soak}, and for how long each load lasts, in seconds. */
    public static void main(String[] arguments) throws Exception {
        Load load = new Load(Path.of(arguments[0]));
        int seconds = Integer.parseInt(arguments[2]);
        load.launched.start();
        try {
            if (arguments[1].equals("soak")) {
                load.soak(seconds);
            } else {
                load.compare(seconds);
                load.watch();
            }
        } finally {
            load.launched.stop();
        }
    }

    /** The cached answer of a finished run beside the same bytes from a bare handler. */
    private void compare(int seconds) throws Exception {
        URI address = finishedRun("/equity");
        HttpResponse<byte[]> answer = HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofByteArray());
        try (BareServer bare = new BareServer(answer.body())) {
            wrk.run(bare.address(), WARM_SECONDS);
            wrk.run(address, WARM_SECONDS);
            Wrk.Outcome theirs = wrk.run(bare.address(), seconds);
            Wrk.Outcome ours = wrk.run(address, seconds);
            say("%d connections, %d s each, a body of %,d bytes", CONNECTIONS, seconds, answer.body().length);
            say("| server | requests/s | median ms | 99 %% ms | errors |");
            say("|---|---|---|---|---|");
            say(line("bare Jetty handler", theirs));
            say(line("cached equity of a run", ours));
            double share = ours.perSecond() / theirs.perSecond();
            double spread = ours.p99() / ours.median();
            say("share of the bare handler's rate %.2f (at least %.2f)", share, LEAST_SHARE);
            say("99 %% beside the median %.1f (at most %.0f)", spread, MOST_SPREAD);
        }
    }

    private void watch() throws Exception {
        String id = work.submitSearch();
        OpenSockets sockets = new OpenSockets(server.webSocket("/ws/optimization?id=" + id), SOCKETS);
        int progress = sockets.fewestProgress(Duration.ofMinutes(5));
        say("%d WebSockets saw a search to its end, with %d or more messages of progress each", SOCKETS, progress);
    }

    /** What lives on the heap must not grow while the same is asked for again and again. */
    private void soak(int seconds) throws Exception {
        URI address = finishedRun("/equity");
        wrk.run(address, Math.max(WARM_SECONDS, seconds / 10));
        double before = ServerMemory.live(launched.process());
        say("| minute | requests/s | median ms | 99 %% ms | heap in use MB | errors |");
        say("|---|---|---|---|---|---|");
        for (int minute = 1; minute <= Math.max(1, seconds / 60); minute++) {
            Wrk.Outcome outcome = wrk.run(address, 60);
            work.topDecileOfDemo();
            say(
                    "| %d | %,.0f | %.2f | %.2f | %.1f | %s |",
                    minute,
                    outcome.perSecond(),
                    outcome.median(),
                    outcome.p99(),
                    ServerMemory.live(launched.process()),
                    outcome.errors());
        }
        say("heap in use before: %.1f MB", before);
    }

    private URI finishedRun(String part) throws Exception {
        work.importDemo();
        return server.uri("/api/v1/backtest/" + work.topDecileOfDemo() + part);
    }

    private static String line(String name, Wrk.Outcome outcome) {
        return String.format(
                Locale.ROOT,
                "| %s | %,.0f | %.2f | %.2f | %s |",
                name,
                outcome.perSecond(),
                outcome.median(),
                outcome.p99(),
                outcome.errors());
    }

    private static void say(String format, Object... values) {
        System.out.println(values.length == 0 ? format.replace("%%", "%") : String.format(Locale.ROOT, format, values));
    }
}
