package org.quantplatform.research.internal.files;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.quantplatform.core.files.Column;
import org.quantplatform.core.files.Rows;
import org.quantplatform.json.QuantJson;

/** An array of objects, one a line; NaN is null. */
final class JsonRows<R> implements Rows<R> {

    private final JsonGenerator json;
    private final List<Column<R>> columns;

    JsonRows(OutputStream out, List<Column<R>> columns) throws IOException {
        this.json = QuantJson.mapper().createGenerator(out);
        this.columns = columns;
        json.writeStartArray();
    }

    @Override
    public void add(R row) throws IOException {
        json.writeRaw('\n');
        json.writeStartObject();
        for (Column<R> column : columns) {
            json.writeFieldName(column.name());
            write(column, row);
        }
        json.writeEndObject();
    }

    @Override
    public void close() throws IOException {
        json.writeEndArray();
        json.close();
    }

    private void write(Column<R> column, R row) throws IOException {
        if (column instanceof Column.Number<R> number) {
            double value = number.value().applyAsDouble(row);
            if (Double.isNaN(value)) {
                json.writeNull();
            } else {
                json.writeNumber(value);
            }
        } else if (column instanceof Column.Day<R> day) {
            json.writeString(day.value().apply(row).toString());
        } else if (column instanceof Column.Text<R> text) {
            json.writeString(text.value().apply(row));
        }
    }
}
