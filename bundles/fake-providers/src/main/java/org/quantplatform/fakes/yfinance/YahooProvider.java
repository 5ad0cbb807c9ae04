package org.quantplatform.fakes.yfinance;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.quantplatform.fakes.Call;
import org.quantplatform.fakes.Company;
import org.quantplatform.fakes.FakeProvider;
import org.quantplatform.fakes.Faults.Fault;
import org.quantplatform.fakes.Reply;

/**
 * Answers as Yahoo's hosts do, all at one address: the cookie at {@code /}, the crumb that belongs to it, charts without a
 * crumb and quotes only with one, 429 as plain text, null rows, float noise, an extra last row.
 */
public final class YahooProvider extends FakeProvider {

    private final Symbols symbols;
    private final Charts charts;
    private final Fundamentals fundamentals;
    private final Map<String, String> crumbs = new ConcurrentHashMap<>();

    /**
     * @param port 0 for any that is free
     * @param companies in each country
     */
    public YahooProvider(int port, int companies, Clock clock) {
        super(port);
        this.symbols = new Symbols(companies);
        this.charts = new Charts(clock, faults());
        this.fundamentals = new Fundamentals(clock);
    }

    @Override
    protected Reply answer(Call call) {
        String[] path = call.path().split("/");
        String last = path.length == 0 ? "" : path[path.length - 1];
        return switch (start(call.path())) {
            case "cookie" -> cookie();
            case "crumb" -> crumb(call);
            case "chart" ->
                company(last)
                        .map(company -> charts.answer(call, last, company))
                        .orElseGet(() -> missing("chart", "No data found, symbol may be delisted"));
            case "summary" ->
                guarded(call, () -> company(last)
                        .map(company -> fundamentals.summary(call, last, company))
                        .orElseGet(() -> missing("quoteSummary", "Quote not found for symbol: " + last)));
            case "series" ->
                company(last)
                        .map(company -> fundamentals.series(call, last, company))
                        .orElseGet(() -> Reply.json(200, Map.of("timeseries", result(List.of()))));
            case "quote" -> guarded(call, () -> quotes(call));
            case "search" -> search(call);
            case "consent" -> consent();
            default -> Reply.html(404, "<html><body>Not Found</body></html>");
        };
    }

    private static String start(String path) {
        Map<String, String> starts = new LinkedHashMap<>();
        starts.put("/v1/test/getcrumb", "crumb");
        starts.put("/v8/finance/chart/", "chart");
        starts.put("/v10/finance/quoteSummary/", "summary");
        starts.put("/ws/fundamentals-timeseries/v1/finance/timeseries/", "series");
        starts.put("/v7/finance/quote", "quote");
        starts.put("/v1/finance/search", "search");
        starts.put("/consent", "consent");
        if (path.equals("/") || path.isEmpty()) {
            return "cookie";
        }
        return starts.entrySet().stream()
                .filter(entry -> path.startsWith(entry.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("");
    }

    private Optional<Company> company(String symbol) {
        return symbols.find(symbol);
    }

    /** The status is 404 and nobody minds. */
    private Reply cookie() {
        counters().count("cookie");
        if (faults().strikes(Fault.CONSENT)) {
            return Reply.html(302, "<html><body>Found</body></html>")
                    .with(
                            "Location",
                            "https://guce.yahoo.com/consent?brandType=nonEu&done=https%3A%2F%2Ffc.yahoo.com%2F");
        }
        String cookie = "d=" + UUID.randomUUID().toString().replace("-", "");
        return Reply.html(404, "<html><body>Not Found</body></html>")
                .with("Set-Cookie", "A3=" + cookie + "; Max-Age=31557600; Path=/; HttpOnly");
    }

    private Reply crumb(Call call) {
        counters().count("crumb");
        Optional<String> cookie = cookie(call);
        if (cookie.isEmpty()) {
            return unauthorized("Invalid Cookie");
        }
        String crumb = crumbs.computeIfAbsent(
                cookie.get(), key -> "cr/" + UUID.randomUUID().toString().substring(0, 6) + ".x");
        return Reply.text(200, crumb);
    }

    private static Optional<String> cookie(Call call) {
        for (String part : call.header("cookie").orElse("").split(";")) {
            if (part.strip().startsWith("A3=")) {
                return Optional.of(part.strip());
            }
        }
        return Optional.empty();
    }

    /** An answer that needs the crumb. */
    private interface Guarded {
        Reply answer();
    }

    private Reply guarded(Call call, Guarded guarded) {
        if (faults().strikes(Fault.REVOKED_KEY)) {
            crumbs.clear();
        }
        Optional<String> crumb = cookie(call).map(crumbs::get);
        if (crumb.isEmpty() || !crumb.equals(call.parameter("crumb"))) {
            counters().count("unauthorized");
            return unauthorized("Invalid Crumb");
        }
        return guarded.answer();
    }

    private static Reply unauthorized(String description) {
        Map<String, Object> error = new LinkedHashMap<>();
        error.put("code", "Unauthorized");
        error.put("description", description);
        Map<String, Object> inner = new LinkedHashMap<>();
        inner.put("result", null);
        inner.put("error", error);
        return Reply.json(401, Map.of("finance", inner));
    }

    static Reply missing(String envelope, String description) {
        return error(404, envelope, "Not Found", description);
    }

    static Reply error(int status, String envelope, String code, String description) {
        Map<String, Object> error = new LinkedHashMap<>();
        error.put("code", code);
        error.put("description", description);
        Map<String, Object> inner = new LinkedHashMap<>();
        inner.put("result", null);
        inner.put("error", error);
        return Reply.json(status, Map.of(envelope, inner));
    }

    static Map<String, Object> result(List<?> rows) {
        Map<String, Object> inner = new LinkedHashMap<>();
        inner.put("result", rows);
        inner.put("error", null);
        return inner;
    }

    private Reply quotes(Call call) {
        List<Map<String, Object>> rows = List.of(
                        call.parameter("symbols").orElse("").split(","))
                .stream()
                .filter(symbol -> company(symbol).isPresent())
                .map(symbol -> fundamentals.quote(symbol, company(symbol).orElseThrow()))
                .toList();
        return Reply.json(200, Map.of("quoteResponse", result(rows)));
    }

    private Reply search(Call call) {
        String text = call.parameter("q").orElse("");
        List<Map<String, String>> quotes = company(text).stream()
                .map(company -> Map.of(
                        "symbol",
                        text,
                        "shortname",
                        company.name(),
                        "quoteType",
                        "EQUITY",
                        "exchange",
                        Symbols.exchange(company)))
                .toList();
        return Reply.json(200, Map.of("count", quotes.size(), "quotes", quotes, "news", List.of()));
    }

    private static Reply consent() {
        return Reply.html(
                200,
                "<html><body><form><input type=\"hidden\" name=\"csrfToken\" value=\"t0ken\">"
                        + "<input type=\"hidden\" name=\"sessionId\" value=\"s3ssion\"></form></body></html>");
    }

    @Override
    protected Reply rateLimited() {
        return Reply.text(429, "Too Many Requests\r\n");
    }

    @Override
    protected Reply serverError() {
        return Reply.html(503, "<html><body>Will be right back</body></html>");
    }
}
