package org.quantplatform.source.akshare.internal;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.function.Function;

/** Reads Eastmoney's candles: texts of values with commas between them, in the order in which they were asked for. */
final class Klines {

    /** Day, open, close, high, low, lots, turnover. */
    static final String FIELDS = "f51,f52,f53,f54,f55,f56,f57";

    private static final int VALUES = 7;

    private Klines() {}

    /** Minute, open, close, high, low, lots, turnover, average. */
    static final String MINUTE_FIELDS = "f51,f52,f53,f54,f55,f56,f57,f58";

    /**
     * The days of an answer; none when it has none.
     *
     * @throws IOException when the answer is none, or about another share
     */
    static Bars<LocalDate> days(JsonNode answer, SecurityId asked) throws IOException {
        return read(answer, asked, "klines", line -> bar(line, VALUES, Cells.day(line[0])));
    }

    /** As {@link #days}. */
    static Bars<LocalDateTime> minutes(JsonNode answer, SecurityId asked) throws IOException {
        return read(answer, asked, "trends", line -> bar(line, VALUES + 1, Cells.startOfMinute(line[0])));
    }

    private static <T> Bars<T> read(JsonNode answer, SecurityId asked, String name, Function<String[], Bar<T>> reading)
            throws IOException {
        if (answer.path("rc").asInt(-1) != 0) {
            throw new IOException("Eastmoney answered rc " + answer.path("rc").asText("nothing") + " for " + asked);
        }
        JsonNode data = answer.path("data");
        Bars<T> bars = new Bars<>();
        if (data.isNull() || data.isMissingNode()) {
            bars.add("", () -> {
                throw new IllegalArgumentException("unknown ticker");
            });
            return bars;
        }
        if (!data.path("code").asText().equals(asked.ticker())
                || data.path("market").asInt(-1) != asked.market()) {
            throw new IOException("Eastmoney was asked for " + asked + " and answered about "
                    + data.path("market").asText() + "." + data.path("code").asText());
        }
        JsonNode lines = data.path(name);
        if (!lines.isArray() && !lines.isMissingNode() && !lines.isNull()) {
            throw new IOException("Eastmoney's candles of " + asked + " were no list");
        }
        for (JsonNode line : lines) {
            String[] values = line.asText().split(",", -1);
            bars.add(values[0], () -> reading.apply(values));
        }
        return bars;
    }

    private static <T> Bar<T> bar(String[] values, int count, T at) {
        if (values.length != count) {
            throw new IllegalArgumentException(values.length + " values in place of " + count);
        }
        return new Bar<>(
                at,
                Cells.number(values[1], "open"),
                Cells.number(values[3], "high"),
                Cells.number(values[4], "low"),
                Cells.number(values[2], "close"),
                Cells.number(values[5], "volume"),
                Cells.number(values[6], "turnover"));
    }
}
