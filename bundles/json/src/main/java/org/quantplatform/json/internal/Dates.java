package org.quantplatform.json.internal;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** Writes lists of days, each as ISO 8601 has it. */
final class Dates extends JsonSerializer<Collection<@Nullable LocalDate>> {

    private static final int LONGEST = 20;
    private static final int LAST_YEAR = 9999;

    @Override
    public void serialize(Collection<@Nullable LocalDate> days, JsonGenerator json, SerializerProvider provider)
            throws IOException {
        json.writeStartArray(days, days.size());
        if (ArrayText.suits(json)) {
            ArrayText text = new ArrayText(json);
            for (@Nullable LocalDate day : days) {
                text.begin(LONGEST);
                put(day, text);
            }
            text.flush();
        } else {
            for (@Nullable LocalDate day : days) {
                provider.defaultSerializeValue(day, json);
            }
        }
        json.writeEndArray();
    }

    private static void put(@Nullable LocalDate day, ArrayText text) {
        if (day == null) {
            text.put("null");
            return;
        }
        text.put('"');
        if (day.getYear() >= 0 && day.getYear() <= LAST_YEAR) {
            text.digits(day.getYear(), 4);
            text.put('-');
            text.digits(day.getMonthValue(), 2);
            text.put('-');
            text.digits(day.getDayOfMonth(), 2);
        } else {
            text.put(day.toString());
        }
        text.put('"');
    }
}
