package org.quantplatform.source.kis.internal;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.quantplatform.source.http.JsonRow;
import org.quantplatform.source.http.UnreadableAnswer;

/**
 * Daily bars of a Korean share. Here 1 asks for prices as they were traded and 0 for adjusted ones; another service of the
 * provider has the same parameter the other way round.
 */
record DomesticChart(KisClient client, LocalDate first, Delivery delivery) implements BackwardPages.Asker {

    private static final KisClient.Service SERVICE =
            Fetch.domestic("quotations/inquire-daily-itemchartprice", "FHKST03010100");
    private static final String AS_TRADED = "1";

    /** An unknown code is answered with a price of nothing and no rows. */
    @Override
    public Page<LocalDate> endingAt(LocalDate last) throws IOException {
        JsonRow answer = client.ask(
                SERVICE,
                Map.of(
                        "FID_COND_MRKT_DIV_CODE", Venue.KOSPI.code(),
                        "FID_INPUT_ISCD", delivery.ticker(),
                        "FID_INPUT_DATE_1", Cells.written(first),
                        "FID_INPUT_DATE_2", Cells.written(last),
                        "FID_PERIOD_DIV_CODE", "D",
                        "FID_ORG_ADJ_PRC", AS_TRADED));
        JsonNode head = answer.node().path("output1");
        List<JsonNode> rows = answer.list("output2");
        if (rows.isEmpty() && head.path("stck_prpr").asText().equals("0")) {
            delivery.refuse("", "unknown ticker");
        } else if (head.hasNonNull("stck_shrn_iscd")
                && !head.path("stck_shrn_iscd").asText().equals(delivery.ticker())) {
            throw new UnreadableAnswer("asked for " + delivery.ticker() + " it answered about "
                    + head.path("stck_shrn_iscd").asText());
        }
        return Page.of(rows, Page.DOMESTIC, rows.size() >= BackwardPages.ROWS);
    }
}
