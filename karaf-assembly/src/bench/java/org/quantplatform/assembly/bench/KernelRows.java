package org.quantplatform.assembly.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What JMH measured of the engine, beside what others need (two cores of an AMD EPYC, best of several). */
final class KernelRows {

    private static final String MS = "ms";

    private final List<JsonNode> results = new ArrayList<>();

    /** Without rows when there is no such file. */
    KernelRows(Path jmh) throws IOException {
        if (Files.exists(jmh)) {
            new ObjectMapper().readTree(jmh.toFile()).forEach(results::add);
        }
    }

    List<Row> table() {
        List<Row> rows = new ArrayList<>();
        ours("SimulatorBenchmark.monthlyTopDecile", "3000")
                .ifPresent(ms -> rows.add(new Row(
                        "monthly top decile, 2,520 x 3,000, signals and accounting: kernel",
                        ms,
                        MS,
                        20,
                        13,
                        "plain Java loop")));
        ours("SweepBenchmark.thousandPairs", "2520")
                .ifPresent(ms -> rows.add(new Row(
                        "1,000 pairs of moving averages, 2,520 bars",
                        ms,
                        MS,
                        20,
                        16,
                        "plain Java loop (vectorbt: 2,200)")));
        ours("SweepBenchmark.thousandPairs", "100000")
                .ifPresent(ms -> rows.add(
                        new Row("the same, 100,000 bars", ms, MS, 350, 325, "plain Java loop (vectorbt: 23,100)")));
        ours("RollingBenchmark.standardDeviation", "")
                .ifPresent(ms -> rows.add(new Row(
                        "rolling deviation, window 252, 2,520 x 3,000", ms, MS, 25, 26, "bottleneck (pandas: 290)")));
        ours("RankBenchmark.momentumRankedEveryDay", "3000")
                .ifPresent(ms -> rows.add(
                        new Row("momentum and its rank on every day, 2,520 x 3,000", ms, MS, 250, 920, "pandas")));
        ours("ExpressionBenchmark.fourteenFeatures", "800")
                .ifPresent(ms -> rows.add(
                        new Row("14 features, 3,400 x 800, cold", ms, MS, 500, 147_000, "qlib's readme, one core")));
        ours("ExpressionBenchmark.alpha158", "800")
                .ifPresent(
                        ms -> rows.add(new Row("Alpha158, 3,400 x 800, cold, 1 GB", ms, MS, 15_000, Double.NaN, "")));
        return rows;
    }

    /** Every measurement that was made at several sizes. */
    List<String> sizes() {
        return results.stream()
                .filter(result -> !parameters(result).isEmpty())
                .map(result -> "| %s | %s | %s ms | %s |"
                        .formatted(
                                name(result),
                                parameters(result),
                                Row.number(measured(result).median()),
                                Row.number(measured(result).best())))
                .toList();
    }

    private Optional<Measured> ours(String name, String parameters) {
        return results.stream()
                .filter(result ->
                        name(result).equals(name) && parameters(result).equals(parameters))
                .findFirst()
                .map(KernelRows::measured);
    }

    private static String name(JsonNode result) {
        String[] parts = result.get("benchmark").asText().split("\\.");
        return parts[parts.length - 2] + "." + parts[parts.length - 1];
    }

    private static String parameters(JsonNode result) {
        List<String> values = new ArrayList<>();
        result.path("params").forEach(value -> values.add(value.asText()));
        return values.stream().collect(Collectors.joining(" "));
    }

    private static Measured measured(JsonNode result) {
        JsonNode percentiles = result.get("primaryMetric").get("scorePercentiles");
        return new Measured(
                percentiles.get("50.0").asDouble(), percentiles.get("0.0").asDouble());
    }
}
