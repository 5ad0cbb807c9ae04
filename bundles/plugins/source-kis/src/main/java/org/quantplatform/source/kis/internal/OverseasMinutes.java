package org.quantplatform.source.kis.internal;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.quantplatform.source.http.JsonRow;

/**
 * Minutes of a share abroad. The key of a page is a minute before the oldest bar of the page after it. That it may name any
 * time, and is the exchange's, is taken from how pages follow each other; the provider does not say so.
 */
record OverseasMinutes(KisClient client, Venue venue, MinuteDelivery delivery) implements MinutePages.Asker {

    private static final KisClient.Service SERVICE =
            new KisClient.Service("/uapi/overseas-price/v1/quotations/inquire-time-itemchartprice", "HHDFS76950200");
    private static final int ROWS = 120;
    private static final String YES = "1";

    @Override
    public LocalDateTime before(LocalDateTime oldest) {
        return oldest.minusMinutes(1);
    }

    /**
     * Rows after the count that the answer states only fill it up. Whether there is more it states too: a page may have fewer
     * rows than were asked for and yet not be the last.
     */
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
        JsonNode head = answer.row("output1").node();
        String count = head.path("nrec").asText().strip();
        if (count.isEmpty()) {
            delivery.refuseAll("unknown ticker");
            return Page.of(List.of(), Page.OVERSEAS_MINUTES, false);
        }
        List<JsonNode> rows = OverseasChart.counted(count, answer.list("output2"), delivery.ticker());
        return Page.of(rows, Page.OVERSEAS_MINUTES, hasMore(head, rows.size()));
    }

    /** A head that says nothing leaves it to the number of rows. */
    private static boolean hasMore(JsonNode head, int rows) {
        String next = head.path("next").asText().strip();
        String more = head.path("more").asText().strip();
        return next.isEmpty() && more.isEmpty() ? rows >= ROWS : next.equals(YES) || more.equals(YES);
    }
}
