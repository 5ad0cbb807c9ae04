package org.quantplatform.fakes.akshare;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.quantplatform.fakes.Call;
import org.quantplatform.fakes.Company;
import org.quantplatform.fakes.FakeProvider;
import org.quantplatform.fakes.Faults.Fault;
import org.quantplatform.fakes.Reply;
import org.quantplatform.fakes.World;
import org.quantplatform.fakes.akshare.Histories.Candle;
import org.quantplatform.fakes.akshare.Histories.Gift;

/**
 * Answers as an AKTools server does: a function of AKShare for each address, its table as rows with Chinese names, 404 for
 * a function that does not exist, plain text with 500 for a wrong argument, for trouble behind it, and for some empty tables.
 */
public final class AkToolsProvider extends FakeProvider {

    private static final String FUNCTIONS = "/api/public/";
    private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;

    private final Histories histories;
    private final Duration slowness;
    private final boolean old;

    /** @param port 0 for any that is free */
    public AkToolsProvider(int port, World china, Clock clock) {
        this(port, china, clock, Duration.ZERO, false);
    }

    /**
     * @param slowness before each answer
     * @param old true for the form of dates that earlier versions had
     */
    public AkToolsProvider(int port, World china, Clock clock, Duration slowness, boolean old) {
        super(port);
        this.histories = new Histories(china, clock, faults());
        this.slowness = slowness;
        this.old = old;
    }

    @Override
    protected Reply rateLimited() {
        return serverError();
    }

    @Override
    protected Reply serverError() {
        return Reply.text(500, "Internal Server Error");
    }

    @Override
    protected Reply answer(Call call) {
        try {
            Thread.sleep(slowness.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (call.path().equals("/version")) {
            return Reply.json(200, Map.of("ak_current_version", "fake", "at_current_version", "fake"));
        }
        if (!call.path().startsWith(FUNCTIONS)) {
            return Reply.json(404, Map.of("detail", "Not Found"));
        }
        String function = call.path().substring(FUNCTIONS.length());
        counters().count(function);
        return switch (function) {
            case "stock_zh_a_hist" ->
                allowed(call, Set.of("symbol", "period", "start_date", "end_date", "adjust", "timeout"), this::history);
            case "stock_zh_a_hist_min_em" ->
                allowed(call, Set.of("symbol", "start_date", "end_date", "period", "adjust"), this::minutes);
            case "stock_zh_a_spot_em" -> allowed(call, Set.of(), this::list);
            case "stock_fhps_detail_em" -> allowed(call, Set.of("symbol"), this::gifts);
            case "stock_financial_analysis_indicator_em" ->
                allowed(call, Set.of("symbol", "indicator"), this::accounts);
            default ->
                Reply.json(
                        404, Map.of("error", "未找到该接口，请升级 AKShare 到最新版本并在文档中确认该接口的使用方式：https://akshare.akfamily.xyz"));
        };
    }

    private interface Function {
        Reply answer(Call call);
    }

    private Reply allowed(Call call, Set<String> arguments, Function function) {
        return arguments.containsAll(call.query().keySet()) ? function.answer(call) : serverError();
    }

    private Reply history(Call call) {
        Optional<Company> company = histories.find(call.parameter("symbol").orElse("000001"));
        List<Map<String, Object>> rows = new ArrayList<>();
        if (company.isPresent()) {
            List<Candle> candles;
            try {
                candles = histories.candles(
                        company.get(),
                        LocalDate.parse(call.parameter("start_date").orElse("19700101"), DAY),
                        LocalDate.parse(call.parameter("end_date").orElse("20500101"), DAY),
                        adjustment(call.parameter("adjust").orElse("")));
            } catch (DateTimeException e) {
                return Reply.json(200, rows);
            }
            candles.forEach(candle -> rows.add(row(company.get(), candle)));
        }
        return Reply.json(200, rows);
    }

    /** Of single minutes only, of which adjustment changes nothing; the function fails when there are none. */
    private Reply minutes(Call call) {
        boolean single = call.parameter("period").orElse("5").equals("1");
        List<Map<String, Object>> rows = histories
                .find(call.parameter("symbol").orElse("000001"))
                .filter(company -> single)
                .map(company -> new Trends(histories, faults())
                        .table(
                                company,
                                call.parameter("start_date").orElse("1979"),
                                call.parameter("end_date").orElse("2222")))
                .orElse(List.of());
        return rows.isEmpty() ? serverError() : Reply.json(200, rows);
    }

    private static Adjustment adjustment(String name) {
        return switch (name) {
            case "qfq" -> Adjustment.FORWARD;
            case "hfq" -> Adjustment.BACKWARD;
            default -> Adjustment.NONE;
        };
    }

    private Map<String, Object> row(Company company, Candle candle) {
        boolean empty = faults().strikes(Fault.NULL_ROWS);
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("日期", date(candle.day()));
        row.put("股票代码", company.ticker());
        row.put("开盘", empty ? null : candle.open());
        row.put("收盘", empty ? null : candle.close());
        row.put("最高", empty ? null : candle.high());
        row.put("最低", empty ? null : candle.low());
        row.put("成交量", empty ? null : candle.lots());
        row.put("成交额", empty ? null : candle.turnover());
        row.put("振幅", 0.0);
        row.put("涨跌幅", 0.0);
        row.put("涨跌额", 0.0);
        row.put("换手率", 1.0);
        if (faults().strikes(Fault.WRONG_TYPES)) {
            row.put("收盘", true);
        }
        return row;
    }

    private String date(LocalDate day) {
        return old ? day.toString() : day + "T00:00:00.000";
    }

    /** The shares that rose most come first. */
    private Reply list(Call call) {
        List<Map<String, Object>> rows = new ArrayList<>();
        List<Company> listed = new ArrayList<>(histories.listed());
        listed.sort((one, other) -> Integer.compare(one.number() * 7 % 11, other.number() * 7 % 11));
        for (Company company : listed) {
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("序号", rows.size() + 1);
            row.put("代码", company.ticker());
            row.put("名称", company.name());
            row.put("最新价", histories.latest(company).map(Company.Bar::close).orElse(null));
            row.put(
                    "成交量",
                    histories
                            .latest(company)
                            .map(bar -> bar.volume() / Histories.LOT)
                            .orElse(null));
            rows.add(row);
        }
        return Reply.json(200, rows);
    }

    /** Of a company that never gave anything the function fails. */
    private Reply gifts(Call call) {
        Optional<Company> company = histories.find(call.parameter("symbol").orElse(""));
        List<Gift> gifts = company.map(histories::gifts).orElse(List.of());
        if (gifts.isEmpty()) {
            return serverError();
        }
        List<Map<String, Object>> rows = new ArrayList<>();
        for (Gift gift : gifts) {
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("报告期", date(gift.declared()));
            row.put("送转股份-送转总比例", gift.shares() > 0 ? gift.shares() : null);
            row.put("送转股份-送股比例", null);
            row.put("送转股份-转股比例", gift.shares() > 0 ? gift.shares() : null);
            row.put("现金分红-现金分红比例", gift.cash() > 0 ? gift.cash() : null);
            row.put("股权登记日", date(gift.recorded()));
            row.put("除权除息日", date(gift.exDate()));
            row.put("方案进度", "实施分配");
            rows.add(row);
        }
        return Reply.json(200, rows);
    }

    private Reply accounts(Call call) {
        String code = call.parameter("symbol").orElse("");
        Optional<Company> company =
                code.contains(".") ? histories.find(code.substring(0, code.indexOf('.'))) : Optional.empty();
        List<Map<String, Object>> rows = company.map(histories::accounts).orElse(List.of());
        return rows.isEmpty() ? serverError() : Reply.json(200, rows);
    }
}
