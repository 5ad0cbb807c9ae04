package org.quantplatform.assembly.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.quantplatform.assembly.it.QuantServer;

/** Files of bars into markets of which nothing is stored yet, each beside the database's own COPY of what came of it. */
final class FirstLoads {

    private static final double LEAST_SHARE = 0.7;

    private final Work work;
    private final BarFiles files;
    private final ServerDatabase database;
    private final List<double[]> seconds = new ArrayList<>();

    /** @param work on this server, which runs */
    FirstLoads(QuantServer server, Work work) throws Exception {
        this.work = work;
        this.files = new BarFiles(server.home().resolve("data/import"));
        this.database = new ServerDatabase(server.home());
    }

    /** Returns the bars stored. */
    long load(String market, int assets) throws Exception {
        List<String> names = files.write(market, assets);
        long start = System.nanoTime();
        long bars = work.importFiles(market, names);
        double ours = (System.nanoTime() - start) / 1e9;
        double copy = database.copyIn(market);
        seconds.add(new double[] {ours, copy});
        System.err.printf(
                "imported %,d bars of %s in %.1f s, COPY %.1f s: %.0f %% of its rate%n",
                bars, market, ours, copy, 100 * copy / ours);
        return bars;
    }

    /** The loads differ in size, so that what is judged is each beside the COPY of its own rows. */
    List<Row> rows() {
        Measured beside = measured(pair -> pair[0] / pair[1]);
        return List.of(
                new Row(
                        "first load of a market from CSV, through REST",
                        measured(pair -> pair[0]),
                        "s",
                        Double.NaN,
                        measured(pair -> pair[1]).median(),
                        "\\copy of the same rows, binary, into an identical table"),
                new Row("each of these loads beside its own \\copy", beside, "times", 1 / LEAST_SHARE, Double.NaN, ""));
    }

    private Measured measured(ToDoubleFunction<double[]> figure) {
        return Measured.of(seconds.stream().mapToDouble(figure).toArray());
    }
}
