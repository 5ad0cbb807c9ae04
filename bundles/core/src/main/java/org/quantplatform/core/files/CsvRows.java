package org.quantplatform.core.files;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** RFC 4180 in UTF-8; numbers are written so that they read back the same, and NaN as nothing. */
public final class CsvRows<R> implements Rows<R> {

    private static final String LINE_END = "\r\n";

    private final Writer out;
    private final List<Column<R>> columns;

    public CsvRows(OutputStream out, List<Column<R>> columns) throws IOException {
        this.out = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        this.columns = columns;
        String separator = "";
        for (Column<R> column : columns) {
            this.out.append(separator).append(column.name());
            separator = ",";
        }
        this.out.append(LINE_END);
    }

    @Override
    public void add(R row) throws IOException {
        String separator = "";
        for (Column<R> column : columns) {
            out.append(separator).append(text(column, row));
            separator = ",";
        }
        out.append(LINE_END);
    }

    @Override
    public void close() throws IOException {
        out.close();
    }

    private static <R> String text(Column<R> column, R row) {
        if (column instanceof Column.Number<R> number) {
            double value = number.value().applyAsDouble(row);
            return Double.isNaN(value) ? "" : Double.toString(value);
        }
        if (column instanceof Column.Day<R> day) {
            return day.value().apply(row).toString();
        }
        return quoted(((Column.Text<R>) column).value().apply(row));
    }

    /** A spreadsheet runs what begins as a formula does, so that such a text is marked as text. */
    private static String quoted(String text) {
        boolean formula = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0;
        String safe = formula ? "'" + text : text;
        boolean plain = safe.chars().noneMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n');
        return plain ? safe : "\"" + safe.replace("\"", "\"\"") + "\"";
    }
}
