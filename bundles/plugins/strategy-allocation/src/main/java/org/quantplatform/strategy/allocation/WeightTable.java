package org.quantplatform.strategy.allocation;

import java.lang.ref.SoftReference;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.TreeMap;

/** Target weights by date, then ticker. */
final class WeightTable {

    private static final String HEADER = "date,ticker,weight";

    /** A run asks for the same text on each of its days. */
    private static volatile SoftReference<Parsed> last = new SoftReference<>(null);

    private final TreeMap<LocalDate, Map<String, Double>> byDate = new TreeMap<>();

    private record Parsed(String text, WeightTable table) {}

    private WeightTable() {}

    /** @throws IllegalArgumentException naming the row that cannot be read */
    static WeightTable of(String text) {
        Parsed known = last.get();
        if (known != null && known.text().equals(text)) {
            return known.table();
        }
        WeightTable table = new WeightTable();
        String[] rows = text.strip().split("\\s*[\\n;]\\s*");
        if (!rows[0].replace(" ", "").equalsIgnoreCase(HEADER)) {
            throw new IllegalArgumentException("weights must start with the header " + HEADER);
        }
        for (int row = 1; row < rows.length; row++) {
            table.add(rows[row], row + 1);
        }
        last = new SoftReference<>(new Parsed(text, table));
        return table;
    }

    private void add(String row, int number) {
        String[] cells = row.split("\\s*,\\s*", -1);
        if (cells.length != 3 || cells[1].isEmpty()) {
            throw new IllegalArgumentException(
                    "row " + number + " of weights must be date,ticker,weight, was '" + row + "'");
        }
        double weight = weight(cells[2], number);
        if (byDate.computeIfAbsent(date(cells[0], number), day -> new TreeMap<>())
                        .put(cells[1], weight)
                != null) {
            throw new IllegalArgumentException(
                    "row " + number + " of weights states " + cells[1] + " twice on " + cells[0]);
        }
    }

    private static LocalDate date(String text, int number) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(
                    "row " + number + " of weights must begin with an ISO date, was '" + text + "'");
        }
    }

    private static double weight(String text, int number) {
        double weight;
        try {
            weight = Double.parseDouble(text);
        } catch (NumberFormatException e) {
            weight = Double.NaN;
        }
        if (!(weight >= -10 && weight <= 10)) {
            throw new IllegalArgumentException(
                    "row " + number + " of weights must end with a number from -10 to 10, was '" + text + "'");
        }
        return weight;
    }

    /** Weights of the latest date after {@code after} and not after {@code to}; empty when there is none. */
    Map<String, Double> latest(LocalDate after, LocalDate to) {
        Map.Entry<LocalDate, Map<String, Double>> found = byDate.floorEntry(to);
        return found == null || !found.getKey().isAfter(after) ? Map.of() : found.getValue();
    }
}
