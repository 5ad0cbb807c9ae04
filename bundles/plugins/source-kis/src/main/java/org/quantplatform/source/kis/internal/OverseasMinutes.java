package org.quantplatform.source.kis.internal;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.quantplatform.source.http.JsonRow;

/**
 * Minutes of a share abroad. That the key of the next page may name any time, and is the exchange's, is taken from how pages
 * follow each other; the provider does not say so.
 */
record OverseasMinutes(KisClient client, Venue venue, MinuteDelivery delivery) implements MinutePages.Asker {

    private static final KisClient.Service SERVICE =
            new KisClient.Service("/uapi/overseas-price/v1/quotations/inquire-time-itemchartprice", "HHDFS76950200");
    private static final int ROWS = 120;

    @Override
    public int rows() {
        return ROWS;
    }

    /** Rows after the count that the answer states only fill it up. */
    @Override
    public Page<LocalDateTime> endingAt(LocalDateTime last) throws IOException {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("AUTH", "");
        parameters.put("EXCD", venue.code());
        parameters.put("SYMB", delivery.ticker());
        parameters.put("NMIN", "1");
        parameters.put("PINC", "1");
        parameters.put("NEXT", "1");
        parameters.put("NREC", String.valueOf(ROWS));
        parameters.put("FILL", "");
        parameters.put("KEYB", Cells.written(last.toLocalDate()) + Cells.written(last.toLocalTime()));
        JsonRow answer = client.ask(SERVICE, parameters);
        String count = answer.row("output1").node().path("nrec").asText().strip();
        if (count.isEmpty()) {
            delivery.refuseAll("unknown ticker");
            return Page.of(List.of(), Page.OVERSEAS_MINUTES);
        }
        List<JsonNode> rows = OverseasChart.counted(count, answer.list("output2"), delivery.ticker());
        return Page.of(rows, Page.OVERSEAS_MINUTES);
    }
}
