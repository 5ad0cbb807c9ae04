package org.quantplatform.shell.view;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Columns that show a list of records, aligned for people or as CSV. */
public final class Table<T> {

    private static final String GAP = "  ";
    private static final int NARROWEST = 8;

    private final List<Column<T>> columns = new ArrayList<>();

    private record Column<T>(
            String name, boolean right, Function<T, String> shown, Function<T, @Nullable Object> raw) {}

    /** Without columns yet. */
    public Table() {}

    public static <T> Table<T> of(Class<T> type) {
        return new Table<>();
    }

    /** A column whose CSV cell is what is shown. */
    public Table<T> text(String name, Function<T, @Nullable Object> value) {
        columns.add(new Column<>(name, false, row -> Figures.text(value.apply(row)), value));
        return this;
    }

    /** A column at the right edge: shown for people, raw in CSV. */
    public Table<T> number(String name, Function<T, @Nullable Object> raw, Function<T, String> shown) {
        columns.add(new Column<>(name, true, shown, raw));
        return this;
    }

    /** A column that is shown otherwise than it stands in CSV. */
    public Table<T> shown(String name, Function<T, @Nullable Object> raw, Function<T, String> shown) {
        columns.add(new Column<>(name, false, shown, raw));
        return this;
    }

    /**
     * @param width of the terminal; 0 for none: then nothing is cut
     */
    public List<String> lines(List<T> rows, int width, Paint paint) {
        List<List<String>> cells = rows.stream()
                .map(row ->
                        columns.stream().map(c -> printable(c.shown.apply(row))).toList())
                .toList();
        int[] widths = fit(widths(cells), width);
        List<String> lines = new ArrayList<>();
        lines.add(paint.bold(line(columns.stream().map(c -> title(c.name)).toList(), widths)));
        cells.forEach(row -> lines.add(line(row, widths)));
        return lines;
    }

    /** RFC 4180, with a header of snake_case names. */
    public List<String> csv(List<T> rows) {
        List<String> lines = new ArrayList<>();
        lines.add(columns.stream().map(Column::name).collect(Collectors.joining(",")));
        for (T row : rows) {
            lines.add(columns.stream().map(c -> csvCell(c.raw.apply(row))).collect(Collectors.joining(",")));
        }
        return lines;
    }

    /** Without characters that would steer the terminal. */
    static String printable(String text) {
        return text.replaceAll("\\p{Cntrl}", " ");
    }

    private static String title(String name) {
        return name.replace('_', ' ').toUpperCase(Locale.ROOT);
    }

    private static String csvCell(@Nullable Object value) {
        if (value == null || value instanceof Double number && !Double.isFinite(number)) {
            return "";
        }
        String text =
                value instanceof Double number ? new BigDecimal(number.toString()).toPlainString() : value.toString();
        boolean quoted = text.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return quoted ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }

    private int[] widths(List<List<String>> cells) {
        int[] widths = new int[columns.size()];
        for (int i = 0; i < widths.length; i++) {
            int column = i;
            widths[i] = Math.max(
                    TextWidth.of(title(columns.get(i).name)),
                    cells.stream()
                            .mapToInt(r -> TextWidth.of(r.get(column)))
                            .max()
                            .orElse(0));
        }
        return widths;
    }

    private int[] fit(int[] widths, int width) {
        while (width > 0 && Arrays.stream(widths).sum() + GAP.length() * (widths.length - 1) > width) {
            int widest = -1;
            for (int i = 0; i < widths.length; i++) {
                boolean shrinks = !columns.get(i).right && widths[i] > NARROWEST;
                if (shrinks && (widest < 0 || widths[i] > widths[widest])) {
                    widest = i;
                }
            }
            if (widest < 0) {
                return widths;
            }
            widths[widest]--;
        }
        return widths;
    }

    private String line(List<String> cells, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            String cell = TextWidth.cut(cells.get(i), widths[i]);
            line.append(i == 0 ? "" : GAP)
                    .append(
                            columns.get(i).right
                                    ? TextWidth.padLeft(cell, widths[i])
                                    : TextWidth.padRight(cell, widths[i]));
        }
        return line.toString().stripTrailing();
    }
}
