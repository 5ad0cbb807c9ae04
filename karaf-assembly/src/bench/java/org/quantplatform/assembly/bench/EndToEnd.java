package org.quantplatform.assembly.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.quantplatform.assembly.it.LaunchedServer;

/** The same through REST on a server of its own, from markets that it makes and imports. */
final class EndToEnd {

    private static final LocalDate END = LocalDate.of(2023, 8, 29);
    private static final double VECTORBT = 9.24;
    private static final double QLIB = 7.4;
    private static final String TARGETS_GIVEN = "vectorbt, 2,520 x 3,000, targets given";

    private final Plan plan;
    private final Provider provider;
    private final LaunchedServer launched;
    private final Work work;
    private final long[] bars = new long[Size.values().length];
    private final List<Row> rows = new ArrayList<>();
    private final List<String> sizes = new ArrayList<>();

    /** How much to do. */
    record Plan(int smallest, int warmRuns, int coldRuns, int smallRuns, long smallSeconds) {

        static final Plan FULL = new Plan(750, 31, 3, 10_000, 300);
        static final Plan QUICK = new Plan(150, 11, 1, 200, 30);

        /** As many cells as 800 assets on 3,400 days, of a market a fifth as large in the quick plan. */
        int featured() {
            return 1080 * smallest / 750;
        }

        int assets(Size size) {
            return size.times() * smallest;
        }
    }

    EndToEnd(Plan plan, Path folder) throws IOException, InterruptedException {
        this.plan = plan;
        this.provider = new Provider(plan.assets(Size.FOUR), DataRows.DAYS);
        Map<String, String> environment = new HashMap<>(provider.environment());
        environment.put("QUANT_JAVA_OPTS", "-Xmx2g");
        this.launched = LaunchedServer.unpack(folder, environment);
        this.work = new Work(launched.server());
    }

    List<Row> rows() {
        return rows;
    }

    /** Lines of the table of sizes. */
    List<String> sizes() {
        return sizes;
    }

    void run() throws Exception {
        launched.start();
        try {
            importMarkets();
            warm();
            features();
            fromDatabase();
            many();
            afterRestart();
            memory();
            data();
        } finally {
            launched.stop();
            provider.close();
        }
    }

    private void importMarkets() throws Exception {
        FirstLoads loads = new FirstLoads(launched.server(), work);
        for (Size size : Size.values()) {
            bars[size.ordinal()] = loads.load(size.market(), plan.assets(size));
        }
        rows.addAll(loads.rows());
    }

    private void data() throws Exception {
        DataRows data = new DataRows(launched.server(), work);
        data.history(Size.FOUR.market(), plan.assets(Size.FOUR));
        data.latest(Size.FOUR.market(), plan.assets(Size.FOUR));
        data.update(provider);
        rows.addAll(data.rows());
    }

    /** Each time up to another day, which no cache has; the COPYs of the same rows are timed in between. */
    private void fromDatabase() throws Exception {
        for (Size size : Size.values()) {
            double[] ours = new double[plan.coldRuns()];
            double[] copies = new double[plan.coldRuns()];
            double[] clients = new double[plan.coldRuns()];
            ServerDatabase database = new ServerDatabase(launched.server().home());
            for (int i = 0; i < ours.length; i++) {
                copies[i] = database.copyToNowhere(size.market());
                clients[i] = database.copyToClient(size.market());
                String end = END.minusDays(7L * (i + 1)).toString();
                ours[i] = work.topDecile(size.market(), plan.assets(size), end);
            }
            Measured seconds = Measured.of(ours);
            sizes.add(size("from PostgreSQL alone", size, seconds));
            if (size == Size.FOUR) {
                addCold(seconds, Measured.of(copies).median());
                say(
                        "a client that only receives these rows: %.2f s",
                        Measured.of(clients).median());
            }
        }
    }

    private void addCold(Measured seconds, double copy) {
        String work = "monthly top decile from PostgreSQL alone, %,d rows".formatted(bars[Size.FOUR.ordinal()]);
        rows.add(new Row(work, seconds, "s", 8, VECTORBT, TARGETS_GIVEN));
        rows.add(new Row(
                "this run beside the database's COPY", seconds, "s", copy / 0.8, copy, "binary, to /dev/null"));
    }

    private void warm() throws Exception {
        for (Size size : Size.values()) {
            double[] seconds = new double[plan.warmRuns()];
            for (int i = 0; i < 2 * seconds.length; i++) {
                seconds[i % seconds.length] = work.topDecile(size.market(), plan.assets(size), END.toString());
            }
            sizes.add(size("through REST, panel in memory", size, Measured.of(seconds)));
            if (size == Size.FOUR) {
                String work = "monthly top decile through REST, 2,520 x %,d".formatted(plan.assets(size));
                rows.add(new Row(work, Measured.of(seconds), "s", 0.15, VECTORBT, TARGETS_GIVEN));
            }
        }
    }

    /** The first run up to a day computes the scores, the others find them. */
    private void features() throws Exception {
        int assets = plan.featured();
        double[] computed = new double[plan.coldRuns()];
        double[] found = new double[plan.warmRuns()];
        for (int i = 0; i < computed.length; i++) {
            String end = END.minusDays(7L * (i + 1)).toString();
            work.features(Size.TWO.market(), 1, end);
            computed[i] = work.features(Size.TWO.market(), assets, end);
        }
        String last = END.minusDays(7L * computed.length).toString();
        for (int i = 0; i < found.length; i++) {
            found[i] = work.features(Size.TWO.market(), assets, last);
        }
        String work = "14 features in a run through REST, 2,520 x %,d".formatted(assets);
        rows.add(new Row(work + ": panel and scores computed", Measured.of(computed), "s", Double.NaN, Double.NaN, ""));
        rows.add(new Row("the same, scores from the cache", Measured.of(found), "s", 0.1, QLIB, "qlib's readme, from its caches"));
    }

    private void afterRestart() throws Exception {
        double[] seconds = new double[plan.coldRuns()];
        for (int i = 0; i < seconds.length; i++) {
            launched.stop();
            launched.start();
            seconds[i] = work.topDecile(Size.FOUR.market(), plan.assets(Size.FOUR), END.toString());
        }
        String work = "monthly top decile, first run after a restart, panel on disk";
        rows.add(new Row(work, Measured.of(seconds), "s", 1, VECTORBT, TARGETS_GIVEN));
    }

    /** The most that lives at any of several moments of runs over the largest market. */
    private void memory() throws Exception {
        launched.stop();
        launched.start();
        double empty = ServerMemory.live(launched.process());
        double panel = 5.0 * Double.BYTES * bars[Size.FOUR.ordinal()] / (1 << 20);
        CompletableFuture<Void> runs = CompletableFuture.runAsync(this::severalRuns);
        double most = 0;
        while (!runs.isDone()) {
            most = Math.max(most, ServerMemory.live(launched.process()));
        }
        runs.join();
        rows.add(new Row(
                "heap in use during a run, beside that of the idle server",
                Measured.of(most - empty),
                "MB",
                2 * panel,
                panel,
                "the panel's own bytes"));
    }

    private void severalRuns() {
        try {
            for (int i = 0; i < 5; i++) {
                work.topDecile(Size.FOUR.market(), plan.assets(Size.FOUR), END.toString());
            }
        } catch (Exception e) {
            throw new CompletionException(e);
        }
    }

    private void many() throws Exception {
        String ticker = Size.ONE.market() + "00000";
        int first = plan.smallRuns() / 10;
        for (int i = 0; i < first; i++) {
            this.work.small(Size.ONE.market(), ticker);
        }
        double before = ServerMemory.live(launched.process());
        long start = System.nanoTime();
        int done = first;
        double[] millis = new double[plan.smallRuns()];
        while (done < plan.smallRuns() && seconds(start) < plan.smallSeconds()) {
            millis[done++] = 1e3 * this.work.small(Size.ONE.market(), ticker);
        }
        String work = "heap in use after %,d small runs, beside that after %,d".formatted(done, first);
        double after = ServerMemory.live(launched.process());
        rows.add(new Row(work, Measured.of(after), "MB", before * 1.1, before, "after the first tenth"));
        rows.add(new Row(
                "one of these runs",
                Measured.of(Arrays.copyOfRange(millis, first, done)),
                "ms",
                Double.NaN,
                Double.NaN,
                ""));
    }

    private String size(String work, Size size, Measured seconds) {
        return "| %s | %d x (%,d x 2,520) | %s s | %s |"
                .formatted(
                        work,
                        size.times(),
                        plan.assets(size),
                        Row.number(seconds.median()),
                        Row.number(seconds.best()));
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }

    private static void say(String format, Object... values) {
        System.err.println(String.format(format, values));
    }
}
