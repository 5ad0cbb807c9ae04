package org.quantplatform.research.internal.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quantplatform.core.files.Column;
import org.quantplatform.core.files.CsvRows;
import org.quantplatform.core.files.ParquetRows;
import org.quantplatform.core.files.Rows;

class RowsTest {

    private static final List<Column<Line>> COLUMNS = List.of(
            new Column.Day<>("date", Line::date),
            new Column.Text<>("ticker", Line::ticker),
            new Column.Number<>("price", Line::price));

    private static final Line ODD = new Line(LocalDate.of(1969, 12, 31), "Ünï,\"c\"\n", -0.1 - 0.2);
    private static final Line NONE = new Line(LocalDate.of(2024, 2, 29), "=1+1", Double.NaN);

    @TempDir
    Path folder;

    private record Line(LocalDate date, String ticker, double price) {}

    private interface Form {
        Rows<Line> on(OutputStream out) throws IOException;
    }

    private static byte[] written(Form form, List<Line> lines) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Rows<Line> rows = form.on(out)) {
            for (Line line : lines) {
                rows.add(line);
            }
        }
        return out.toByteArray();
    }

    private static String text(Form form, List<Line> lines) throws IOException {
        return new String(written(form, lines), StandardCharsets.UTF_8);
    }

    private static Rows<Line> parquet(OutputStream out) throws IOException {
        return new ParquetRows<>(out, COLUMNS, Map.of("run", "bt_1"));
    }

    private String query(List<Line> lines, String sql) throws IOException, SQLException {
        Path file = folder.resolve("rows.parquet");
        Files.write(file, written(RowsTest::parquet, lines));
        try (Connection reader = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = reader.createStatement();
                ResultSet found = statement.executeQuery(sql.replace("FILE", "'" + file + "'"))) {
            StringBuilder text = new StringBuilder();
            while (found.next()) {
                for (int i = 1; i <= found.getMetaData().getColumnCount(); i++) {
                    text.append(i == 1 ? "" : "|").append(found.getString(i));
                }
                text.append(';');
            }
            return text.toString();
        }
    }

    @Test
    void writesCsvThatSpreadsheetsDoNotRun() throws IOException {
        assertThat(text(out -> new CsvRows<>(out, COLUMNS), List.of(ODD, NONE)))
                .isEqualTo("date,ticker,price\r\n1969-12-31,\"Ünï,\"\"c\"\"\n\",-0.30000000000000004\r\n"
                        + "2024-02-29,'=1+1,\r\n");
    }

    @Test
    void writesJsonWithNullForNoNumber() throws IOException {
        assertThat(text(out -> new JsonRows<>(out, COLUMNS), List.of(NONE)))
                .isEqualTo("[\n{\"date\":\"2024-02-29\",\"ticker\":\"=1+1\",\"price\":null}]");
        assertThat(text(out -> new JsonRows<>(out, COLUMNS), List.of())).isEqualTo("[]");
    }

    @Test
    void writesParquetThatAnotherReaderReads() throws Exception {
        assertThat(query(
                        List.of(ODD, NONE),
                        "select date, ticker, price = -0.30000000000000004, isnan(price) from FILE"))
                .isEqualTo("1969-12-31|Ünï,\"c\"\n|true|false;2024-02-29|=1+1|false|true;");
        assertThat(query(List.of(ODD), "select column_name, column_type from (describe select * from FILE)"))
                .isEqualTo("date|DATE;ticker|VARCHAR;price|DOUBLE;");
        assertThat(query(List.of(), "select count(*) from FILE")).isEqualTo("0;");
    }

    @Test
    void writesParquetInSeveralGroups() throws Exception {
        List<Line> many = IntStream.range(0, 150_000)
                .mapToObj(i -> new Line(LocalDate.ofEpochDay(i), "T" + i % 100, i / 4.0))
                .toList();
        assertThat(query(many, "select count(*), sum(price), count(distinct ticker), max(date) from FILE"))
                .isEqualTo("150000|2.81248125E9|100|" + LocalDate.ofEpochDay(149_999) + ";");
        assertThat(query(many, "select count(distinct row_group_id) from parquet_metadata(FILE)"))
                .isEqualTo("3;");
    }

    @Test
    void givesTheSameBytesEachTime() throws IOException {
        assertThat(written(RowsTest::parquet, List.of(ODD, NONE)))
                .isEqualTo(written(RowsTest::parquet, List.of(ODD, NONE)));
    }
}
