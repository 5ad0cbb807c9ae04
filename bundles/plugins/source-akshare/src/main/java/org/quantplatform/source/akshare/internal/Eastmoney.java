package org.quantplatform.source.akshare.internal;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import org.quantplatform.model.AssetType;
import org.quantplatform.model.Instrument;
import org.quantplatform.model.Market;
import org.quantplatform.source.http.Asked;
import org.quantplatform.source.http.FetchCancelled;
import org.quantplatform.source.http.JsonRow;
import org.quantplatform.source.http.UnreadableAnswer;
import org.quantplatform.source.http.WebClient;
import org.quantplatform.source.http.WebRequest;

/** Asks Eastmoney itself. */
final class Eastmoney implements Upstream {

    static final String REFERER = "https://quote.eastmoney.com/";

    private static final String BOARDS = "m:0 t:6,m:0 t:80,m:1 t:2,m:1 t:23,m:0 t:81 s:2048";
    private static final int PAGE = 100;
    private static final int MAX_PAGES = 1_000;
    private static final int NO_DATA = 9201;
    private static final Rows.Names BONUS =
            new Rows.Names("REPORT_DATE", "EX_DIVIDEND_DATE", "BONUS_IT_RATIO", "PRETAX_BONUS_RMB", "ASSIGN_PROGRESS");

    /** Hosts, which differ by what is asked. */
    record Hosts(URI history, URI list, URI accounts, URI events) {

        static Hosts all(URI host) {
            return new Hosts(host, host, host, host);
        }
    }

    private final WebClient client;
    private final Hosts hosts;
    private final BooleanSupplier cancelled;

    Eastmoney(WebClient client, Hosts hosts, BooleanSupplier cancelled) {
        this.client = client;
        this.hosts = hosts;
        this.cancelled = cancelled;
    }

    private JsonRow ask(URI host, String path, Map<String, String> query) throws IOException {
        if (cancelled.getAsBoolean()) {
            throw new FetchCancelled();
        }
        return JsonRow.of(client.send(WebRequest.get(WebRequest.uri(host, path, query)), cancelled));
    }

    /** A page has a hundred rows, whatever is asked for; the list is whole when it has as many as its head says. */
    @Override
    public List<Instrument> instruments() throws IOException {
        Map<String, Instrument> found = new LinkedHashMap<>();
        int total = Integer.MAX_VALUE;
        for (int page = 1; found.size() < total; page++) {
            JsonRow data = ask(hosts.list(), "/api/qt/clist/get", list(page)).row("data");
            total = (int) data.whole("total");
            int before = found.size();
            for (JsonNode row : data.list("diff")) {
                SecurityId.of(row.path("f12").asText())
                        .ifPresent(share -> found.putIfAbsent(share.ticker(), named(share, row)));
            }
            if (found.size() == before || page == MAX_PAGES) {
                throw new UnreadableAnswer(
                        "the list of shares has " + found.size() + " of " + total + ": a page came twice or empty");
            }
        }
        return List.copyOf(found.values());
    }

    private static Map<String, String> list(int page) {
        Map<String, String> query = new TreeMap<>();
        query.put("pn", String.valueOf(page));
        query.put("pz", String.valueOf(PAGE));
        query.put("po", "0");
        query.put("np", "1");
        query.put("fltt", "2");
        query.put("invt", "2");
        query.put("fid", "f12");
        query.put("fs", BOARDS);
        query.put("fields", "f12,f13,f14");
        return query;
    }

    private static Instrument named(SecurityId share, JsonNode row) {
        return instrument(share, row.path("f14").asText());
    }

    static Instrument instrument(SecurityId share, String name) {
        return new Instrument(
                Market.CN,
                share.ticker(),
                share.exchange(),
                name.isBlank() ? share.ticker() : name.strip(),
                AssetType.STOCK,
                null,
                Market.CN.currency(),
                null,
                null,
                false);
    }

    @Override
    public Bars<LocalDate> bars(SecurityId share, Asked asked) throws IOException {
        Map<String, String> query = new TreeMap<>();
        query.put("secid", share.toString());
        query.put("klt", "101");
        query.put("fqt", "0");
        query.put("beg", DateTimeFormatter.BASIC_ISO_DATE.format(asked.from()));
        query.put("end", DateTimeFormatter.BASIC_ISO_DATE.format(asked.to()));
        query.put("fields1", "f1,f2,f3,f4,f5,f6");
        query.put("fields2", Klines.FIELDS);
        return Klines.days(
                ask(hosts.history(), "/api/qt/stock/kline/get", query).node(), share);
    }

    @Override
    public Bars<LocalDateTime> minutes(SecurityId share) throws IOException {
        Map<String, String> query = new TreeMap<>();
        query.put("secid", share.toString());
        query.put("ndays", "5");
        query.put("iscr", "0");
        query.put("fields1", "f1,f2,f3,f4,f5,f6,f7,f8,f9,f10,f11,f12,f13");
        query.put("fields2", Klines.MINUTE_FIELDS);
        return Klines.minutes(
                ask(hosts.history(), "/api/qt/stock/trends2/get", query).node(), share);
    }

    @Override
    public List<Distribution> distributions(SecurityId share, BiConsumer<String, String> refusals) throws IOException {
        Map<String, String> query = new TreeMap<>();
        query.put("reportName", "RPT_SHAREBONUS_DET");
        query.put("columns", "ALL");
        query.put("filter", "(SECURITY_CODE=\"" + share.ticker() + "\")");
        query.put("sortColumns", "REPORT_DATE");
        query.put("sortTypes", "-1");
        query.put("pageSize", "500");
        query.put("source", "WEB");
        query.put("client", "WEB");
        List<JsonNode> rows = table(hosts.events(), "/api/data/v1/get", query, "pageNumber");
        return Rows.distributions(share, rows, BONUS, refusals);
    }

    @Override
    public List<Report> reports(SecurityId share, BiConsumer<String, String> refusals) throws IOException {
        Map<String, String> query = new TreeMap<>();
        query.put("type", "RPT_F10_FINANCE_MAINFINADATA");
        query.put("sty", "APP_F10_MAINFINADATA");
        query.put("quoteColumns", "");
        query.put("filter", "(SECUCODE=\"" + share.withExchange() + "\")");
        query.put("ps", "200");
        query.put("sr", "-1");
        query.put("st", "REPORT_DATE");
        query.put("source", "HSF10");
        query.put("client", "PC");
        return Rows.reports(table(hosts.accounts(), "/securities/api/data/get", query, "p"), refusals);
    }

    /** All rows of a table, which is whole when it has as many as each of its pages says. */
    private List<JsonNode> table(URI host, String path, Map<String, String> query, String pageName) throws IOException {
        List<JsonNode> rows = new ArrayList<>();
        List<JsonNode> before = List.of();
        for (int page = 1; page <= MAX_PAGES; page++) {
            query.put(pageName, String.valueOf(page));
            JsonRow answer = ask(host, path, query);
            if (!answer.has("result")) {
                if (answer.node().path("code").asInt() == NO_DATA && page == 1) {
                    return List.of();
                }
                throw new UnreadableAnswer(
                        path + " answered " + answer.node().path("code").asText("nothing") + " "
                                + answer.node().path("message").asText());
            }
            JsonRow result = answer.row("result");
            List<JsonNode> some = result.list("data");
            if (some.equals(before)) {
                throw new UnreadableAnswer(path + " sent the same page twice, or an empty one");
            }
            rows.addAll(some);
            before = some;
            if (page >= result.whole("pages")) {
                return whole(rows, result, path);
            }
        }
        throw new UnreadableAnswer(path + " sent more than " + MAX_PAGES + " pages");
    }

    private static List<JsonNode> whole(List<JsonNode> rows, JsonRow result, String path) throws UnreadableAnswer {
        if (result.has("count") && result.whole("count") != rows.size()) {
            throw new UnreadableAnswer(path + " sent " + rows.size() + " rows of " + result.whole("count"));
        }
        return rows;
    }
}
