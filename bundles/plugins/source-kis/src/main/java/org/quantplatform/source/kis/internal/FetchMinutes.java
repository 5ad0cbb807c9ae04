package org.quantplatform.source.kis.internal;

import java.io.IOException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Map;
import org.quantplatform.model.Market;
import org.quantplatform.spi.data.MinuteRequest;
import org.quantplatform.spi.data.MinuteSink;

/** Serves minute bars of one market. */
final class FetchMinutes {

    /** The Korean after-market ends at 20:00. */
    private static final LocalTime LAST = LocalTime.of(20, 0);

    private final KisClient client;
    private final MinuteRequest request;
    private final MinuteSink sink;

    FetchMinutes(KisClient client, MinuteRequest request, MinuteSink sink) {
        this.client = client;
        this.request = request;
        this.sink = sink;
    }

    /**
     * @param paper true for the host of paper accounts
     * @param settled the latest day of which no minute changes any more
     */
    void run(boolean paper, LocalDate settled) throws IOException {
        LocalDate last = request.lastDay().isAfter(settled) ? settled : request.lastDay();
        if (last.isBefore(request.firstDay())) {
            return;
        }
        Market market = request.market();
        Map<String, Listed> listed = market == Market.KR ? Map.of() : Listed.read(client, market);
        for (String ticker : request.tickers()) {
            MinuteDelivery delivery = new MinuteDelivery(request, ticker, sink);
            if (market == Market.KR) {
                korean(new DomesticMinutes(client, paper, delivery), last, delivery);
            } else if (listed.containsKey(ticker)) {
                abroad(new OverseasMinutes(client, listed.get(ticker).venue(), delivery), last, delivery);
            } else {
                delivery.refuse("", "not in the lists of " + market);
            }
        }
    }

    /** The provider is asked for each session by itself. */
    private void korean(DomesticMinutes minutes, LocalDate last, MinuteDelivery delivery) throws IOException {
        for (LocalDate day = request.firstDay(); !day.isAfter(last); day = day.plusDays(1)) {
            if (sink.isSession(day)) {
                MinutePages.walk(day.atStartOfDay(), day.atTime(LAST), minutes, delivery);
            }
        }
    }

    private void abroad(OverseasMinutes minutes, LocalDate last, MinuteDelivery delivery) throws IOException {
        LocalDateTime from = request.from().atZone(request.market().zone()).toLocalDateTime();
        MinutePages.walk(from, last.atTime(LocalTime.of(23, 59)), minutes, delivery);
    }
}
