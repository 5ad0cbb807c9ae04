package org.quantplatform.source.kis.internal;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.quantplatform.source.http.JsonRow;
import org.quantplatform.source.http.UnreadableAnswer;

/** Daily bars of a share abroad, as they were traded, by the date and in the currency of its exchange. */
record OverseasChart(KisClient client, Venue venue, Delivery delivery) implements BackwardPages.Asker {

    private static final KisClient.Service SERVICE =
            new KisClient.Service("/uapi/overseas-price/v1/quotations/dailyprice", "HHDFS76240000");
    private static final String DAYS = "0";
    private static final String AS_TRADED = "0";

    /** Rows after the count that the answer states only fill it up. */
    @Override
    public Page<LocalDate> endingAt(LocalDate last) throws IOException {
        JsonRow answer = client.ask(
                SERVICE,
                Map.of(
                        "AUTH",
                        "",
                        "EXCD",
                        venue.code(),
                        "SYMB",
                        delivery.ticker(),
                        "GUBN",
                        DAYS,
                        "BYMD",
                        Cells.written(last),
                        "MODP",
                        AS_TRADED));
        String count = answer.row("output1").node().path("nrec").asText().strip();
        List<JsonNode> rows = answer.list("output2");
        if (count.isEmpty()) {
            delivery.refuse("", "unknown ticker");
            return Page.of(List.of(), Page.OVERSEAS, false);
        }
        List<JsonNode> counted = counted(count, rows, delivery.ticker());
        return Page.of(counted, Page.OVERSEAS, counted.size() >= BackwardPages.ROWS);
    }

    /** Those that count. */
    static List<JsonNode> counted(String count, List<JsonNode> rows, String ticker) throws UnreadableAnswer {
        if (!count.matches("\\d{1,4}") || Integer.parseInt(count) > rows.size()) {
            throw new UnreadableAnswer("it announced " + count + " bars of " + ticker + " and sent " + rows.size());
        }
        return rows.subList(0, Integer.parseInt(count));
    }
}
