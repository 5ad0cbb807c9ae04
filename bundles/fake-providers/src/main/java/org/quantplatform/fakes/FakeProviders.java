package org.quantplatform.fakes;

import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.quantplatform.fakes.akshare.AkToolsProvider;
import org.quantplatform.fakes.akshare.EastmoneyProvider;
import org.quantplatform.fakes.kis.KisProvider;
import org.quantplatform.fakes.kis.KisStream;
import org.quantplatform.fakes.polygon.PolygonProvider;
import org.quantplatform.fakes.polygon.PolygonStream;
import org.quantplatform.fakes.yfinance.YahooProvider;
import org.quantplatform.fakes.yfinance.YahooStream;

/** Starts the servers by hand: {@code --port-base N} (18800 when left out), {@code --companies N} (40 in each market). */
public final class FakeProviders {

    private static final int PORT_BASE = 18_800;
    private static final int COMPANIES = 40;

    /** WebSockets are as many ports above the others. */
    private static final int STREAMS = 10;

    private static final Duration EACH_SECOND = Duration.ofSeconds(1);
    private static final Duration TEN_SECONDS = Duration.ofSeconds(10);
    private static final Duration PINGS = Duration.ofSeconds(110);

    private FakeProviders() {}

    /** Ends with code 2 when an argument is wrong, with 1 when a port is taken. */
    public static void main(String[] args) throws InterruptedException {
        int base;
        int companies;
        try {
            base = number(args, "--port-base", PORT_BASE);
            companies = number(args, "--companies", COMPANIES);
        } catch (IllegalArgumentException e) {
            System.err.println("fake-providers: " + e.getMessage());
            System.exit(2);
            return;
        }
        Map<String, FakeProvider> servers = new LinkedHashMap<>();
        Map<String, FakeStream> streams = new LinkedHashMap<>();
        try {
            Clock clock = Clock.systemUTC();
            World america = World.of(Country.US, companies);
            World korea = World.of(Country.KR, companies);
            servers.put("polygon", new PolygonProvider(base, america, clock));
            servers.put("yfinance", new YahooProvider(base + 1, companies, clock));
            KisProvider kis = new KisProvider(base + 2, korea, america, clock, KisProvider.Setup.REAL);
            servers.put("kis", kis);
            servers.put("kis-paper", new KisProvider(base + 3, korea, america, clock, KisProvider.Setup.PAPER));
            World china = World.of(Country.CN, companies);
            servers.put("eastmoney", new EastmoneyProvider(base + 4, china, clock));
            servers.put("aktools", new AkToolsProvider(base + 5, china, clock));
            streams.put("polygon", new PolygonStream(base + STREAMS, america, clock, EACH_SECOND, TEN_SECONDS));
            streams.put(
                    "yfinance",
                    new YahooStream(base + STREAMS + 1, companies, clock, EACH_SECOND, TEN_SECONDS.multipliedBy(3)));
            KisStream.Rhythm rhythm = new KisStream.Rhythm(EACH_SECOND, PINGS);
            streams.put("kis", new KisStream(base + STREAMS + 2, kis, korea, clock, rhythm));
        } catch (UncheckedIOException e) {
            System.err.println("fake-providers: " + e.getMessage());
            System.exit(1);
        }
        servers.values().forEach(FakeProvider::start);
        streams.values().forEach(FakeStream::start);
        describe(servers, streams, System.out);
        Thread.currentThread().join();
    }

    private static void describe(Map<String, FakeProvider> servers, Map<String, FakeStream> streams, PrintStream out) {
        out.println("Invented markets on this machine only; Ctrl-C ends them.");
        servers.forEach((name, server) -> out.printf("  %-10s %s%n", name, server.address()));
        streams.forEach((name, stream) -> out.printf("  %-10s %s%n", name, stream.address()));
        out.println("Keys: polygon " + PolygonProvider.KEY + " (free plan: " + PolygonProvider.FREE_KEY + ")");
        out.println("      kis app key " + KisProvider.KEY);
        out.println("      kis app secret " + KisProvider.SECRET);
        out.println("      kis HTS ID " + KisStream.HTS_ID);
    }

    private static int number(String[] args, String name, int otherwise) {
        List<String> words = List.of(args);
        for (int i = 0; i < words.size(); i += 2) {
            if (!words.get(i).equals("--port-base") && !words.get(i).equals("--companies")) {
                throw new IllegalArgumentException("unknown option " + words.get(i));
            }
            if (i + 1 == words.size() || !words.get(i + 1).matches("[1-9]\\d{0,4}")) {
                throw new IllegalArgumentException(words.get(i) + " needs a number");
            }
        }
        int at = words.indexOf(name);
        return at < 0 ? otherwise : Integer.parseInt(words.get(at + 1));
    }
}
