package org.quantplatform.source.kis.internal;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.quantplatform.model.Market;
import org.quantplatform.source.http.Dialogue;
import org.quantplatform.source.http.FeedRefused;
import org.quantplatform.source.http.Messages;
import org.quantplatform.source.http.UnreadableAnswer;
import org.quantplatform.spi.data.Tick;
import org.quantplatform.spi.data.TickSink;

/**
 * Trades of Korean shares with the best bid and ask. A frame may have several records one behind the other; how wide they are
 * is told by their number, since the provider adds fields at the end.
 */
final class LiveTrades implements Dialogue {

    /** Subscriptions in a session. */
    static final int MOST = 40;

    private static final String TRADES = "H0STCNT0";
    private static final String SUBSCRIBE = "1";
    private static final String UNSUBSCRIBE = "2";
    private static final Set<String> GOOD = Set.of("OPSP0000", "OPSP0001", "OPSP0002");
    private static final String UNKNOWN_KEY = "OPSP0011";
    private static final String IN_USE = "OPSP8996";
    private static final int TIME = 1;
    private static final int PRICE = 2;
    private static final int ASK = 10;
    private static final int BID = 11;
    private static final int SIZE = 12;
    private static final int DAY = 33;
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMddHHmmss");

    private final Approval approval;
    private final String custtype;
    private List<String> tickers;
    private final TickSink sink;

    LiveTrades(Approval approval, String custtype, List<String> tickers, TickSink sink) {
        this.approval = approval;
        this.custtype = custtype;
        this.tickers = tickers;
        this.sink = sink;
    }

    @Override
    public List<String> hello() {
        return said(SUBSCRIBE, tickers);
    }

    /** What is not wanted any more is ended first, so that there is room for what is. */
    @Override
    public List<String> change(List<String> wanted) {
        List<String> before = tickers;
        tickers = wanted;
        List<String> messages = new ArrayList<>(said(UNSUBSCRIBE, without(before, wanted)));
        messages.addAll(said(SUBSCRIBE, without(wanted, before)));
        return messages;
    }

    private static List<String> without(List<String> all, List<String> others) {
        return all.stream().filter(ticker -> !others.contains(ticker)).toList();
    }

    private List<String> said(String type, List<String> about) {
        if (about.isEmpty()) {
            return List.of();
        }
        Map<String, String> header = Map.of(
                "approval_key",
                approval.currentOrOld().reveal(),
                "custtype",
                custtype,
                "tr_type",
                type,
                "content-type",
                "utf-8");
        return about.stream()
                .map(ticker -> Messages.text(
                        Map.of("header", header, "body", Map.of("input", Map.of("tr_id", TRADES, "tr_key", ticker)))))
                .toList();
    }

    @Override
    public List<String> answer(String message) throws UnreadableAnswer, FeedRefused {
        if (!message.startsWith("{")) {
            trades(message);
            return List.of();
        }
        JsonNode said = Messages.json(message);
        if (said.path("header").path("tr_id").asText().equals("PINGPONG")) {
            return List.of(message);
        }
        String code = said.path("body").path("msg_cd").asText();
        if (!GOOD.contains(code)) {
            refuse(code, code + " " + said.path("body").path("msg1").asText());
        }
        return List.of();
    }

    private void refuse(String code, String told) throws FeedRefused {
        if (code.equals(UNKNOWN_KEY)) {
            approval.forget();
        }
        throw new FeedRefused(told, !code.equals(UNKNOWN_KEY) && !code.equals(IN_USE));
    }

    private void trades(String message) throws UnreadableAnswer {
        String[] frame = message.split("\\|", 4);
        if (frame.length != 4 || !frame[0].equals("0") || !frame[2].matches("\\d{1,3}")) {
            throw new UnreadableAnswer("a frame is none of trades");
        }
        if (!frame[1].equals(TRADES)) {
            return;
        }
        String[] fields = frame[3].split("\\^", -1);
        int records = Integer.parseInt(frame[2]);
        if (records == 0 || fields.length % records != 0 || fields.length / records <= DAY) {
            throw new UnreadableAnswer("a frame of " + records + " trades has " + fields.length + " fields");
        }
        int width = fields.length / records;
        for (int start = 0; start < fields.length; start += width) {
            sink.tick(tick(fields, start));
        }
    }

    private static Tick tick(String[] fields, int start) throws UnreadableAnswer {
        try {
            Instant time = LocalDateTime.parse(fields[start + DAY] + fields[start + TIME], STAMP)
                    .atZone(Market.KR.zone())
                    .toInstant();
            return new Tick(
                    Market.KR,
                    fields[start],
                    time,
                    Cells.number(fields[start + PRICE], "price"),
                    Cells.number(fields[start + SIZE], "size"),
                    Cells.number(fields[start + BID], "bid"),
                    Cells.number(fields[start + ASK], "ask"));
        } catch (DateTimeException | IllegalArgumentException e) {
            throw new UnreadableAnswer("a trade cannot be read: " + e.getMessage(), e);
        }
    }
}
