package org.quantplatform.assembly.bench;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.quantplatform.assembly.it.LaunchedServer;

/** The rows about market data alone, from a server that has nothing else to do. */
public final class DataBench {

    private static final int SHARES = 3000;
    private static final int ASSETS = 750;
    private static final List<String> FIRST = List.of("HK", "JP", "CN");

    private DataBench() {}

    /** Takes an empty folder for a server, which it leaves empty. */
    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[0]);
        say("load of the machine before: %.2f", load());
        try (Provider provider = new Provider(SHARES, DataRows.DAYS)) {
            Map<String, String> environment = new HashMap<>(provider.environment());
            environment.put("QUANT_JAVA_OPTS", "-Xmx2g");
            LaunchedServer launched = LaunchedServer.unpack(folder, environment);
            launched.start();
            try {
                measure(launched, provider);
            } finally {
                launched.stop();
            }
        }
        say("load of the machine after: %.2f", load());
        Bench.delete(folder);
    }

    private static void measure(LaunchedServer launched, Provider provider) throws Exception {
        Work work = new Work(launched.server());
        DataRows rows = new DataRows(launched.server(), work);
        rows.update(provider);
        FirstLoads loads = new FirstLoads(launched.server(), work);
        for (String market : FIRST) {
            loads.load(market, ASSETS);
        }
        loads.load("KR", SHARES);
        rows.history("KR", SHARES);
        rows.latest("KR", SHARES);
        say(Row.HEAD.stripTrailing());
        Stream.concat(loads.rows().stream(), rows.rows().stream()).forEach(row -> say(row.line()));
    }

    private static double load() {
        return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    }

    private static void say(String format, Object... values) {
        System.out.println(values.length == 0 ? format : String.format(format, values));
    }
}
