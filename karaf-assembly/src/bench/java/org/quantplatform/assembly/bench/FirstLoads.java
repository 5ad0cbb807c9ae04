package org.quantplatform.assembly.bench;

import java.util.ArrayList;
import java.util.List;
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
        System.err.printf("imported %,d bars of %s in %.1f s, COPY %.1f s%n", bars, market, ours, copy);
        return bars;
    }

    Row row() {
        Measured ours = measured(0);
        Measured copy = measured(1);
        return new Row(
                "first load of a market from CSV, through REST",
                ours,
                "s",
                copy.median() / LEAST_SHARE,
                copy.median(),
                "\\copy of the same rows, binary, into an identical table");
    }

    private Measured measured(int column) {
        return Measured.of(seconds.stream().mapToDouble(pair -> pair[column]).toArray());
    }
}
