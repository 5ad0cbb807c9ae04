package org.quantplatform.source.kis.internal;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.quantplatform.spi.data.DataSink;

/** Asks for what companies gave and changed, of some tickers one by one or of all together. */
final class Events {

    private static final String DEPOSITORY = "/uapi/domestic-stock/v1/ksdinfo/";
    /** Record dates lie before the day on which new shares are listed, and after the ex-date of a dividend. */
    private static final int DAYS_BEFORE = 120;

    private static final int DAYS_AFTER = 30;
    private static final int FEW = 20;

    /** A kind of event. */
    private record Kind(String path, String number, Map<String, String> extra, BiConsumer<Payouts, JsonNode> reader) {}

    private static final List<Kind> KINDS = List.of(
            new Kind("dividend", "HHKDB669102C0", Map.of("GB1", "0", "HIGH_GB", ""), Payouts::dividend),
            new Kind("rev-split", "HHKDB669105C0", Map.of("MARKET_GB", "0"), Payouts::parValue),
            new Kind(
                    "bonus-issue",
                    "HHKDB669101C0",
                    Map.of(),
                    (payouts, row) -> payouts.unsupported(row, "right_dt", "bonus issue: its ratio is not certain")),
            new Kind(
                    "cap-dcrs",
                    "HHKDB669106C0",
                    Map.of(),
                    (payouts, row) ->
                            payouts.unsupported(row, "list_dt", "reduction of capital: its ratio is not certain")));

    private final KisClient client;
    private final DataSink sink;
    private final LocalDate first;
    private final LocalDate last;

    Events(KisClient client, DataSink sink, LocalDate first, LocalDate last) {
        this.client = client;
        this.sink = sink;
        this.first = first;
        this.last = last;
    }

    /** @param tickers none for all */
    void run(List<String> tickers) throws IOException {
        Set<String> wanted = new HashSet<>(tickers);
        List<String> codes = tickers.isEmpty() || tickers.size() > FEW ? List.of("") : tickers;
        Payouts payouts = new Payouts(sink, first, last);
        for (Kind kind : KINDS) {
            for (String code : codes) {
                if (sink.cancelled()) {
                    return;
                }
                for (JsonNode row : rows(kind, code)) {
                    if (wanted.isEmpty() || wanted.contains(row.path("sht_cd").asText())) {
                        kind.reader().accept(payouts, row);
                    }
                }
            }
        }
        payouts.deliver();
    }

    private List<JsonNode> rows(Kind kind, String code) throws IOException {
        Map<String, String> parameters = new TreeMap<>(kind.extra());
        parameters.put("CTS", "");
        parameters.put("F_DT", Cells.written(first.minusDays(DAYS_BEFORE)));
        parameters.put("T_DT", Cells.written(last.plusDays(DAYS_AFTER)));
        parameters.put("SHT_CD", code);
        return client.askAll(new KisClient.Service(DEPOSITORY + kind.path(), kind.number()), parameters, "output1");
    }
}
