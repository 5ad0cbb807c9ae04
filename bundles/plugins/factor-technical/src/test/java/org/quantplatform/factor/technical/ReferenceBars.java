package org.quantplatform.factor.technical;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Bars and what ta4j 0.22.2 makes of them; {@code Ta4jReference.java} beside the file tells how it came about. */
final class ReferenceBars {

    private final List<String> names;
    private final List<String[]> rows;

    ReferenceBars() {
        InputStream file = ReferenceBars.class.getResourceAsStream("/ta4j-0.22.2.csv");
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            names = List.of(reader.readLine().split(","));
            rows = reader.lines().map(line -> line.split(",", -1)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Bars bars() {
        return new Bars(column("high"), column("low"), column("close"), column("volume"));
    }

    /** NaN where the file says nothing. */
    double[] column(String name) {
        int column = names.indexOf(name);
        return rows.stream()
                .mapToDouble(row -> row[column].isEmpty() ? Double.NaN : Double.parseDouble(row[column]))
                .toArray();
    }
}
