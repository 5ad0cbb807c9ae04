package org.quantplatform.assembly.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.quantplatform.assembly.bench.EndToEnd.Plan;

/** Prints the table of what the platform needs for the work that it is measured by. */
public final class Bench {

    private Bench() {}

    /** Takes JMH's results and an empty folder for a server; {@code --quick} for a market a fifth as large and fewer runs. */
    public static void main(String[] arguments) throws Exception {
        boolean quick = Arrays.asList(arguments).contains("--quick");
        KernelRows kernels = new KernelRows(Path.of(arguments[0]));
        Path folder = Path.of(arguments[1]);
        EndToEnd endToEnd = new EndToEnd(quick ? Plan.QUICK : Plan.FULL, folder);
        endToEnd.run();
        print(
                Row.HEAD,
                Stream.concat(kernels.table().stream(), endToEnd.rows().stream())
                        .map(Row::line)
                        .toList());
        print(
                "| work | size | median | best |\n|---|---|---|---|",
                Stream.concat(kernels.sizes().stream(), endToEnd.sizes().stream())
                        .toList());
        delete(folder);
    }

    private static void print(String head, List<String> lines) {
        System.out.println();
        System.out.println(head);
        lines.forEach(System.out::println);
    }

    static void delete(Path folder) throws Exception {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
