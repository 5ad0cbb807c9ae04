package org.quantplatform.source.kis.internal;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.quantplatform.source.http.Dialogue;
import org.quantplatform.source.http.FeedRefused;
import org.quantplatform.source.http.Messages;
import org.quantplatform.source.http.Secret;
import org.quantplatform.source.http.TickerRefused;
import org.quantplatform.source.http.UnreadableAnswer;
import org.quantplatform.spi.data.TickSink;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Trades of Korean shares and, when they are wanted, notices of the customer's orders. */
final class LiveTrades implements Dialogue {

    /** Subscriptions in a session. */
    static final int MOST = 40;

    private static final Logger LOG = LoggerFactory.getLogger(LiveTrades.class);

    private static final String SUBSCRIBE = "1";
    private static final String UNSUBSCRIBE = "2";

    /** Also that what should end had not begun: it was refused before. */
    private static final Set<String> GOOD = Set.of("OPSP0000", "OPSP0001", "OPSP0002", "OPSP0003");

    private static final String UNKNOWN_KEY = "OPSP0011";
    private static final String UNKNOWN_SERVICE = "OPSP8991";
    private static final String IN_USE = "OPSP8996";

    private final Approval approval;
    private final Notices notices;
    private final TickSink sink;
    private List<String> tickers;
    private Secret key = Secret.of("");

    LiveTrades(Approval approval, Notices notices, List<String> tickers, TickSink sink) {
        this.approval = approval;
        this.notices = notices;
        this.tickers = tickers;
        this.sink = sink;
    }

    /** The provider looks at the key when a connection begins: this one is good for as long as that lasts. */
    @Override
    public void prepare() throws FeedRefused {
        key = approval.current();
    }

    @Override
    public List<String> hello() {
        List<String> messages = new ArrayList<>();
        if (notices.wanted()) {
            messages.addAll(said(SUBSCRIBE, notices.service(), List.of(notices.customer())));
        }
        messages.addAll(said(SUBSCRIBE, Trade.SERVICE, tickers));
        return messages;
    }

    /** What is not wanted any more is ended first, so that there is room for what is. */
    @Override
    public List<String> change(List<String> wanted) {
        List<String> before = tickers;
        tickers = wanted;
        List<String> messages = new ArrayList<>(said(UNSUBSCRIBE, Trade.SERVICE, without(before, wanted)));
        messages.addAll(said(SUBSCRIBE, Trade.SERVICE, without(wanted, before)));
        return messages;
    }

    private static List<String> without(List<String> all, List<String> others) {
        return all.stream().filter(ticker -> !others.contains(ticker)).toList();
    }

    private List<String> said(String type, String service, List<String> about) {
        Map<String, String> header = approval.header(key, type);
        return about.stream()
                .map(subject -> Messages.text(
                        Map.of("header", header, "body", Map.of("input", Map.of("tr_id", service, "tr_key", subject)))))
                .toList();
    }

    /** The provider does not answer pings, and sends one of its own as text. */
    @Override
    public Duration pingEvery() {
        return Duration.ZERO;
    }

    @Override
    public Duration longestSilence() {
        return approval.patience().silence();
    }

    @Override
    public List<String> answer(String message) throws UnreadableAnswer, TickerRefused, FeedRefused {
        if (!message.startsWith("{")) {
            data(Frame.of(message));
            return List.of();
        }
        JsonNode said = Messages.json(message);
        if (said.path("header").path("tr_id").asText().equals("PINGPONG")) {
            return List.of(message);
        }
        acknowledged(said.path("header"), said.path("body"));
        return List.of();
    }

    private void data(Frame frame) throws UnreadableAnswer {
        if (frame.service().equals(Trade.SERVICE)) {
            Trade.read(frame).forEach(sink::tick);
        } else if (frame.service().equals(notices.service())) {
            notices.read(frame).forEach(sink::notice);
        }
    }

    private void acknowledged(JsonNode header, JsonNode body) throws UnreadableAnswer, TickerRefused, FeedRefused {
        boolean ofNotices = header.path("tr_id").asText().equals(notices.service());
        String code = body.path("msg_cd").asText();
        if (!GOOD.contains(code)) {
            String told = code + " " + body.path("msg1").asText().strip();
            refused(header.path("tr_key").asText(), ofNotices, code, told);
        } else if (ofNotices && body.path("output").has("key")) {
            JsonNode output = body.path("output");
            notices.subscribed(output.path("key").asText(), output.path("iv").asText());
        }
    }

    private void refused(String ticker, boolean ofNotices, String code, String told) throws TickerRefused, FeedRefused {
        if (code.equals(UNKNOWN_KEY)) {
            approval.forget();
        }
        if (code.equals(UNKNOWN_KEY) || code.equals(IN_USE)) {
            throw new FeedRefused(told, false);
        }
        if (ofNotices) {
            LOG.warn("{}: there are no notices of orders: {}", approval.source(), told);
            return;
        }
        if (ticker.isEmpty() || code.equals(UNKNOWN_SERVICE)) {
            throw new FeedRefused(told, true);
        }
        if (tickers.contains(ticker)) {
            tickers = without(tickers, List.of(ticker));
            throw new TickerRefused(ticker, told);
        }
    }
}
