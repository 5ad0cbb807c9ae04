package org.quantplatform.fakes.akshare;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.quantplatform.fakes.Call;
import org.quantplatform.fakes.Company;
import org.quantplatform.fakes.FakeProvider;
import org.quantplatform.fakes.Faults.Fault;
import org.quantplatform.fakes.Reply;
import org.quantplatform.fakes.World;
import org.quantplatform.fakes.akshare.Histories.Candle;
import org.quantplatform.fakes.akshare.Histories.Gift;

/**
 * Answers as Eastmoney's hosts do, all at one address: candles as text with the columns that were asked for, lists of a
 * hundred, tables by page, JSONP when asked, nothing for what it does not know, and no more answers at all for who asks too
 * much.
 */
public final class EastmoneyProvider extends FakeProvider {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;
    private static final int LIST_PAGE = 100;
    /** Less than clients ask for, so that they have to turn pages. */
    private static final int EVENTS_PAGE = 10;

    private static final int ACCOUNTS_PAGE = 200;
    private static final Pattern CODE = Pattern.compile("=[\"']([0-9A-Z.]+)[\"']");
    private static final String NOTHING = "-";

    private final Histories histories;
    private final AtomicInteger patience;

    /** @param port 0 for any that is free */
    public EastmoneyProvider(int port, World china, Clock clock) {
        this(port, china, clock, Integer.MAX_VALUE);
    }

    /** @param patience requests after which nothing is answered any more */
    public EastmoneyProvider(int port, World china, Clock clock, int patience) {
        super(port);
        this.histories = new Histories(china, clock, faults());
        this.patience = new AtomicInteger(patience);
    }

    @Override
    protected Reply rateLimited() {
        return serverError();
    }

    @Override
    protected Reply serverError() {
        return Reply.html(502, "<html><body><h1>502 Bad Gateway</h1></body></html>");
    }

    @Override
    protected Reply answer(Call call) {
        if (patience.decrementAndGet() == 0) {
            faults().every(Fault.DROPPED, 1);
        }
        counters().count(call.path());
        return switch (call.path()) {
            case "/api/qt/stock/kline/get" -> sent(call, candles(call));
            case "/api/qt/stock/trends2/get" -> sent(call, new Trends(histories, faults()).answer(call));
            case "/api/qt/clist/get" -> sent(call, list(call));
            case "/api/data/v1/get" -> sent(call, gifts(call));
            case "/securities/api/data/get" -> sent(call, accounts(call));
            default -> Reply.html(404, "<html>404 Not Found</html>");
        };
    }

    private static Reply sent(Call call, Map<String, Object> body) {
        Optional<String> wrapper = call.parameter("cb").filter(name -> name.matches("\\w{1,60}"));
        if (wrapper.isEmpty()) {
            return Reply.json(200, body);
        }
        try {
            String text = wrapper.get() + "(" + JSON.writeValueAsString(body) + ");";
            return Reply.bytes(200, "application/javascript; charset=UTF-8", text.getBytes(StandardCharsets.UTF_8));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    static Map<String, Object> envelope(int code, Object data) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("rc", code);
        body.put("rt", 17);
        body.put("svr", 183641822);
        body.put("lt", 1);
        body.put("full", 0);
        body.put("dlmkts", "");
        body.put("data", data);
        return body;
    }

    private Map<String, Object> candles(Call call) {
        String columns = call.parameter("fields2").orElse("");
        if (columns.isEmpty() || !call.parameter("klt").orElse("").equals("101")) {
            return envelope(100, null);
        }
        Optional<Company> company = histories.asked(call);
        if (company.isEmpty()) {
            return envelope(0, null);
        }
        List<Candle> candles = histories.candles(
                company.get(),
                day(call.parameter("beg").orElse("0"), LocalDate.MIN),
                day(call.parameter("end").orElse("20500101"), LocalDate.MAX),
                adjustment(call.parameter("fqt").orElse("0")));
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("code", company.get().ticker());
        data.put("market", Histories.market(company.get()));
        data.put("name", company.get().name());
        data.put("decimal", 2);
        data.put("dktotal", company.get().bars().size());
        data.put("preKPrice", candles.isEmpty() ? 0 : candles.get(0).open());
        if (!candles.isEmpty() || company.get().number() % 2 == 0) {
            data.put("klines", lines(candles, columns.split(",")));
        }
        return envelope(0, data);
    }

    private static LocalDate day(String text, LocalDate otherwise) {
        try {
            return text.equals("0") ? otherwise : LocalDate.parse(text, DAY);
        } catch (DateTimeException e) {
            return otherwise;
        }
    }

    private static Adjustment adjustment(String code) {
        return switch (code) {
            case "1" -> Adjustment.FORWARD;
            case "2" -> Adjustment.BACKWARD;
            default -> Adjustment.NONE;
        };
    }

    private List<String> lines(List<Candle> candles, String[] columns) {
        List<String> lines = new ArrayList<>();
        double previous = Double.NaN;
        for (Candle candle : candles) {
            boolean empty = faults().strikes(Fault.NULL_ROWS);
            boolean wrong = faults().strikes(Fault.WRONG_TYPES);
            List<String> cells = new ArrayList<>();
            for (String column : columns) {
                String cell = cell(candle, previous, column);
                if (!cell.isEmpty()) {
                    boolean spoilt = empty && !column.equals("f51");
                    cells.add(spoilt ? NOTHING : wrong && column.equals("f53") ? "true" : cell);
                }
            }
            lines.add(String.join(",", cells));
            previous = candle.close();
        }
        return lines;
    }

    /** Empty for a column that does not exist. */
    private static String cell(Candle candle, double previous, String column) {
        double change = Double.isNaN(previous) ? 0 : candle.close() - previous;
        double percent = Double.isNaN(previous) ? 0 : 100 * change / previous;
        double amplitude = Double.isNaN(previous) ? 0 : 100 * (candle.high() - candle.low()) / previous;
        return switch (column) {
            case "f51" -> candle.day().toString();
            case "f52" -> decimal(candle.open());
            case "f53" -> decimal(candle.close());
            case "f54" -> decimal(candle.high());
            case "f55" -> decimal(candle.low());
            case "f56" -> String.valueOf(candle.lots());
            case "f57" -> decimal(candle.turnover());
            case "f58" -> decimal(amplitude);
            case "f59" -> decimal(percent);
            case "f60" -> decimal(change);
            case "f61" -> "1.00";
            default -> "";
        };
    }

    static String decimal(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }

    private Map<String, Object> list(Call call) {
        int size = Math.min(LIST_PAGE, number(call, "pz", 20));
        int page = number(call, "pn", 1);
        List<Company> listed = histories.listed();
        int asked = faults().strikes(Fault.DUPLICATE_PAGES) ? Math.max(1, page - 1) : page;
        int start = Math.min(listed.size(), (asked - 1) * size);
        List<Company> some = listed.subList(start, Math.min(listed.size(), start + size));
        if (some.isEmpty()) {
            return envelope(0, null);
        }
        boolean plain = call.parameter("fltt").orElse("1").equals("2");
        List<Map<String, Object>> rows =
                some.stream().map(company -> quote(company, plain, call)).toList();
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("total", listed.size());
        if (call.parameter("np").orElse("0").equals("1")) {
            data.put("diff", rows);
        } else {
            Map<String, Object> numbered = new LinkedHashMap<>();
            rows.forEach(row -> numbered.put(String.valueOf(numbered.size()), row));
            data.put("diff", numbered);
        }
        return envelope(0, data);
    }

    /** A share that does not trade has a dash for each number; without {@code fltt=2} prices are whole cents. */
    private Map<String, Object> quote(Company company, boolean plain, Call call) {
        Map<String, Object> all = new LinkedHashMap<>();
        double scale = plain ? 1 : 100;
        histories.latest(company).ifPresent(bar -> {
            all.put("f2", bar.close() * scale);
            all.put("f5", bar.volume() / Histories.LOT);
            all.put("f6", bar.average() * bar.volume());
            all.put("f15", bar.high() * scale);
            all.put("f16", bar.low() * scale);
            all.put("f17", bar.open() * scale);
        });
        double before = histories.previousClose(company);
        all.put("f18", Double.isNaN(before) ? NOTHING : before * scale);
        all.put("f12", company.ticker());
        all.put("f13", company.exchange().equals("XSHG") ? 1 : 0);
        all.put("f14", company.name());
        Set<String> fields = new TreeSet<>(Comparator.comparingInt(EastmoneyProvider::number));
        fields.addAll(List.of(call.parameter("fields").orElse("").split(",")));
        if (fields.contains("f128")) {
            fields.addAll(List.of("f140", "f141"));
        }
        boolean trades = all.containsKey("f2");
        Map<String, Object> row = new LinkedHashMap<>();
        fields.forEach(field -> row.put(field, all.getOrDefault(field, trades ? unknown(field) : NOTHING)));
        return row;
    }

    /** Columns come in the order of their numbers, whatever the order in which they were asked for. */
    private static int number(String field) {
        return field.matches("f\\d{1,4}") ? Integer.parseInt(field.substring(1)) : Integer.MAX_VALUE;
    }

    private static Object unknown(String field) {
        return switch (field) {
            case "f1", "f152" -> 2;
            case "f128", "f136", "f140", "f141" -> NOTHING;
            default -> 0.0;
        };
    }

    private Map<String, Object> gifts(Call call) {
        if (!call.parameter("reportName").orElse("").equals("RPT_SHAREBONUS_DET")) {
            return none("报表配置不存在", 9501);
        }
        Optional<Company> company = filtered(call).flatMap(histories::find);
        List<Map<String, Object>> rows = new ArrayList<>();
        company.ifPresent(found -> {
            for (Gift gift : histories.gifts(found)) {
                rows.add(0, Histories.row(found, gift, true));
            }
            if (!rows.isEmpty()) {
                LocalDate today = histories.today();
                Gift proposed = new Gift(today, today.minusDays(3), today, 2, 1);
                rows.add(0, Histories.row(found, proposed, false));
            }
        });
        return table(rows, number(call, "pageNumber", 1), Math.min(EVENTS_PAGE, number(call, "pageSize", EVENTS_PAGE)));
    }

    private Map<String, Object> accounts(Call call) {
        if (!call.parameter("type").orElse("").equals("RPT_F10_FINANCE_MAINFINADATA")) {
            return none("报表配置不存在", 9501);
        }
        Optional<Company> company = filtered(call)
                .filter(code -> code.contains("."))
                .flatMap(code -> histories
                        .find(code.substring(0, code.indexOf('.')))
                        .filter(found -> Histories.secucode(found).equals(code)));
        List<Map<String, Object>> rows = company.map(histories::accounts).orElse(List.of());
        return table(rows, number(call, "p", 1), Math.min(ACCOUNTS_PAGE, number(call, "ps", ACCOUNTS_PAGE)));
    }

    private static Optional<String> filtered(Call call) {
        Matcher matcher = CODE.matcher(call.parameter("filter").orElse(""));
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    private static int number(Call call, String name, int otherwise) {
        String text = call.parameter(name).orElse("");
        return text.matches("[1-9]\\d{0,5}") ? Integer.parseInt(text) : otherwise;
    }

    private Map<String, Object> table(List<Map<String, Object>> rows, int page, int size) {
        if (rows.isEmpty()) {
            return none("返回数据为空", 9201);
        }
        int asked = faults().strikes(Fault.DUPLICATE_PAGES) ? Math.max(1, page - 1) : page;
        int start = Math.min(rows.size(), (asked - 1) * size);
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("pages", (rows.size() + size - 1) / size);
        result.put("data", rows.subList(start, Math.min(rows.size(), start + size)));
        result.put("count", rows.size());
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("version", "fake");
        body.put("result", result);
        body.put("success", true);
        body.put("message", "ok");
        body.put("code", 0);
        return body;
    }

    private static Map<String, Object> none(String message, int code) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("version", null);
        body.put("result", null);
        body.put("success", false);
        body.put("message", message);
        body.put("code", code);
        return body;
    }
}
