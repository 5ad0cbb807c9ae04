package org.quantplatform.source.kis.internal;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.quantplatform.source.http.JsonRow;

/**
 * Minutes of a Korean share on one day, as they were traded. A paper account has those of today only, thirty at a time.
 *
 * @param paper true for the host of paper accounts
 */
record DomesticMinutes(KisClient client, boolean paper, MinuteDelivery delivery) implements MinutePages.Asker {

    private static final KisClient.Service PAST =
            Fetch.domestic("quotations/inquire-time-dailychartprice", "FHKST03010230");
    private static final KisClient.Service TODAY =
            Fetch.domestic("quotations/inquire-time-itemchartprice", "FHKST03010200");
    private static final String NO = "N";
    private static final int ROWS = 120;
    private static final int ROWS_OF_PAPER = 30;

    /** It comes again, at the end of the next page. */
    @Override
    public LocalDateTime before(LocalDateTime oldest) {
        return oldest;
    }

    /** An unknown code is answered with a price of nothing and no rows. */
    @Override
    public Page<LocalDateTime> endingAt(LocalDateTime last) throws IOException {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("FID_COND_MRKT_DIV_CODE", Venue.KOSPI.code());
        parameters.put("FID_INPUT_ISCD", delivery.ticker());
        parameters.put("FID_INPUT_HOUR_1", Cells.written(last.toLocalTime()));
        parameters.put("FID_PW_DATA_INCU_YN", NO);
        if (paper) {
            parameters.put("FID_ETC_CLS_CODE", "");
        } else {
            parameters.put("FID_INPUT_DATE_1", Cells.written(last.toLocalDate()));
            parameters.put("FID_FAKE_TICK_INCU_YN", NO);
        }
        JsonRow answer = client.ask(paper ? TODAY : PAST, parameters);
        List<JsonNode> rows = answer.list("output2");
        if (rows.isEmpty()
                && answer.node().path("output1").path("stck_prpr").asText().equals("0")) {
            delivery.refuseAll("unknown ticker");
        }
        return Page.of(rows, Page.DOMESTIC_MINUTES, rows.size() >= (paper ? ROWS_OF_PAPER : ROWS));
    }
}
