package org.quantplatform.source.kis.internal;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.quantplatform.model.Market;
import org.quantplatform.source.http.Asked;
import org.quantplatform.source.http.UnreadableAnswer;
import org.quantplatform.spi.data.DataKind;
import org.quantplatform.spi.data.DataSink;

/** Serves what is asked of one market. */
final class Fetch {

    private static final KisClient.Service INCOME = domestic("finance/income-statement", "FHKST66430200");
    private static final KisClient.Service BALANCE = domestic("finance/balance-sheet", "FHKST66430100");
    private static final String YEARS = "0";
    private static final String QUARTERS = "1";

    private final KisClient client;
    private final Market market;
    private final Asked asked;
    private final DataSink sink;

    Fetch(KisClient client, Market market, Asked asked, DataSink sink) {
        this.client = client;
        this.market = market;
        this.asked = asked;
        this.sink = sink;
    }

    static KisClient.Service domestic(String path, String number) {
        return new KisClient.Service("/uapi/domestic-stock/v1/" + path, number);
    }

    /** @param events true when corporate actions are there, {@code accounts} when accounts are wanted and there */
    void run(boolean events, boolean accounts) throws IOException {
        boolean all = asked.tickers().isEmpty();
        boolean listing = all || market != Market.KR || asked.wants(DataKind.INSTRUMENTS);
        Map<String, Listed> listed = listing ? Listed.read(client, market) : Map.of();
        if (asked.wants(DataKind.INSTRUMENTS)) {
            listed.values().stream()
                    .map(Listed::instrument)
                    .filter(instrument -> all || asked.tickers().contains(instrument.ticker()))
                    .forEach(sink::instrument);
        }
        List<String> tickers = all ? List.copyOf(listed.keySet()) : asked.tickers();
        if (asked.isEmptyRange()) {
            return;
        }
        if (events && asked.wants(DataKind.CORPORATE_ACTIONS)) {
            new Events(client, sink, asked.from(), asked.to()).run(asked.tickers());
        }
        if (asked.wants(DataKind.DAILY_BARS)) {
            for (String ticker : tickers) {
                bars(ticker, listed.get(ticker));
            }
        }
        if (accounts && asked.wants(DataKind.FUNDAMENTALS)) {
            for (String ticker : tickers) {
                accounts(ticker);
            }
        }
    }

    private void bars(String ticker, @Nullable Listed listed) throws IOException {
        Delivery delivery = new Delivery(market, ticker, sink);
        if (market == Market.KR) {
            walk(new DomesticChart(client, asked.from(), delivery), delivery);
        } else if (listed == null) {
            delivery.refuse("", "not in the lists of " + market);
        } else {
            walk(new OverseasChart(client, listed.venue(), delivery), delivery);
        }
    }

    private void walk(BackwardPages.Asker chart, Delivery delivery) throws IOException {
        BackwardPages.walk(asked.from(), asked.to(), chart, delivery);
    }

    private void accounts(String ticker) throws IOException {
        if (sink.cancelled()) {
            return;
        }
        Delivery delivery = new Delivery(market, ticker, sink);
        List<JsonNode> years = rows(INCOME, ticker, YEARS);
        int yearEnd = Statements.yearEnd(years, delivery);
        if (yearEnd == 0) {
            return;
        }
        Statements statements = new Statements(delivery, asked.from(), asked.to(), yearEnd);
        statements.years(years);
        statements.quarters(rows(INCOME, ticker, QUARTERS));
        statements.balances(rows(BALANCE, ticker, QUARTERS));
    }

    private List<JsonNode> rows(KisClient.Service service, String ticker, String period) throws IOException {
        Map<String, String> parameters = Map.of(
                "FID_DIV_CLS_CODE", period, "fid_cond_mrkt_div_code", Venue.KOSPI.code(), "fid_input_iscd", ticker);
        List<JsonNode> rows = client.ask(service, parameters).list("output");
        if (!rows.stream().allMatch(JsonNode::isObject)) {
            throw new UnreadableAnswer("accounts of " + ticker + " were no list of objects");
        }
        return rows;
    }
}
