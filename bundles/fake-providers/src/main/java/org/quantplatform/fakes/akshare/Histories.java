package org.quantplatform.fakes.akshare;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.quantplatform.fakes.Call;
import org.quantplatform.fakes.Company;
import org.quantplatform.fakes.Company.Bar;
import org.quantplatform.fakes.Company.Dividend;
import org.quantplatform.fakes.Company.Report;
import org.quantplatform.fakes.Company.Split;
import org.quantplatform.fakes.Country;
import org.quantplatform.fakes.Faults;
import org.quantplatform.fakes.Faults.Fault;
import org.quantplatform.fakes.World;

/**
 * What both servers know of the invented companies. Shares that were consolidated have no place in this provider's tables:
 * it knows gifts of shares only.
 */
final class Histories {

    static final int LOT = 100;
    private static final double TEN = 10;
    private static final int MONEY_DECIMALS = 100;

    /** What was given on an ex-date, for ten old shares. */
    record Gift(LocalDate exDate, LocalDate declared, LocalDate recorded, double shares, double cash) {}

    /** A day's values, prices adjusted as asked for, volume in lots. */
    record Candle(LocalDate day, double open, double close, double high, double low, long lots, double turnover) {}

    private final World world;
    private final Clock clock;
    private final Faults faults;

    Histories(World world, Clock clock, Faults faults) {
        this.world = world;
        this.clock = clock;
        this.faults = faults;
    }

    LocalDate today() {
        LocalDate today = LocalDate.now(clock.withZone(Country.CN.zone()));
        return faults.strikes(Fault.CLOCK_SKEW) ? today.plusDays(1) : today;
    }

    Optional<Company> find(String ticker) {
        return world.find(ticker);
    }

    /** By number of the market and ticker, such as {@code 1.600000}. */
    Optional<Company> asked(Call call) {
        String[] id = call.parameter("secid").orElse("").split("\\.", 2);
        return id.length < 2
                ? Optional.empty()
                : find(id[1]).filter(found -> id[0].equals(String.valueOf(market(found))));
    }

    static int market(Company company) {
        return company.exchange().equals("XSHG") ? 1 : 0;
    }

    LocalDateTime now() {
        return LocalDateTime.now(clock.withZone(Country.CN.zone()));
    }

    /** By ticker. */
    List<Company> listed() {
        LocalDate today = today();
        return world.companies().stream()
                .filter(company -> company.listedOn(today))
                .sorted((one, other) -> one.ticker().compareTo(other.ticker()))
                .toList();
    }

    /** Ascending; both ends included. */
    List<Candle> candles(Company company, LocalDate first, LocalDate last, Adjustment adjustment) {
        LocalDate today = today();
        List<Gift> gifts = gifts(company);
        return company.bars(first, last.isAfter(today) ? today : last).stream()
                .map(bar -> candle(bar, gifts, today, adjustment))
                .toList();
    }

    private static Candle candle(Bar bar, List<Gift> gifts, LocalDate today, Adjustment adjustment) {
        return new Candle(
                bar.date(),
                adjustment.of(bar.open(), bar.date(), gifts, today),
                adjustment.of(bar.close(), bar.date(), gifts, today),
                adjustment.of(bar.high(), bar.date(), gifts, today),
                adjustment.of(bar.low(), bar.date(), gifts, today),
                bar.volume() / LOT,
                Math.rint(bar.average() * bar.volume() * MONEY_DECIMALS) / MONEY_DECIMALS);
    }

    Optional<Bar> latest(Company company) {
        return company.bar(today());
    }

    double previousClose(Company company) {
        List<Bar> before = company.bars(today().minusDays(20), today().minusDays(1));
        return before.isEmpty() ? Double.NaN : before.get(before.size() - 1).close();
    }

    /** Ascending. */
    List<Gift> gifts(Company company) {
        List<Gift> gifts = new ArrayList<>();
        for (Split split : company.splits()) {
            if (split.to() > split.from()) {
                LocalDate day = split.date();
                double shares = TEN * (split.to() - split.from()) / split.from();
                gifts.add(new Gift(day, day.minusDays(30), day.minusDays(1), shares, 0));
            }
        }
        for (Dividend paid : company.dividends()) {
            double cash = Math.rint(paid.amount() * TEN * MONEY_DECIMALS) / MONEY_DECIMALS;
            gifts.add(new Gift(paid.exDate(), paid.declared(), paid.exDate().minusDays(1), 0, cash));
        }
        gifts.removeIf(gift -> gift.declared().isAfter(today()));
        gifts.sort((one, other) -> one.exDate().compareTo(other.exDate()));
        return gifts;
    }

    /** A row of the table of distributions, in the order of its columns; on some that is all that a reader has. */
    static Map<String, Object> row(Company company, Gift gift, boolean done) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("SECUCODE", secucode(company));
        row.put("SECURITY_NAME_ABBR", company.name());
        row.put("SECURITY_INNER_CODE", "");
        row.put("TRADE_MARKET_CODE", "");
        row.put("SECURITY_CODE", company.ticker());
        row.put("BONUS_IT_RATIO", gift.shares() > 0 ? gift.shares() : null);
        row.put("BONUS_RATIO", null);
        row.put("IT_RATIO", gift.shares() > 0 ? gift.shares() : null);
        row.put("PRETAX_BONUS_RMB", gift.cash() > 0 ? gift.cash() : null);
        row.put("PLAN_NOTICE_DATE", midnight(gift.declared()));
        row.put("EQUITY_RECORD_DATE", done ? midnight(gift.recorded()) : null);
        row.put("EX_DIVIDEND_DATE", done ? midnight(gift.exDate()) : null);
        row.put("REPORT_DATE", midnight(quarterBefore(gift.declared())));
        row.put("ASSIGN_PROGRESS", done ? "实施分配" : "董事会预案");
        row.put("IMPL_PLAN_PROFILE", profile(gift));
        row.put("NOTICE_DATE", midnight(gift.declared()));
        row.put("INFO_CODE", "");
        row.put("EVENT_CODE", "");
        row.put("ORG_CODE", "");
        row.put("BASIC_EPS", null);
        row.put("BVPS", null);
        row.put("PER_CAPITAL_RESERVE", null);
        row.put("PER_UNASSIGN_PROFIT", null);
        row.put("PNP_YOY_RATIO", null);
        row.put("TOTAL_SHARES", company.shares());
        row.put("PUBLISH_DATE", midnight(gift.declared()));
        row.put("DIVIDENT_RATIO", null);
        row.put("D10_CLOSE_ADJCHRATE", null);
        row.put("BD10_CLOSE_ADJCHRATE", null);
        row.put("D30_CLOSE_ADJCHRATE", null);
        return row;
    }

    private static String profile(Gift gift) {
        String shares = gift.shares() > 0 ? String.format(Locale.ROOT, "转%.2f", gift.shares()) : "";
        String cash = gift.cash() > 0 ? String.format(Locale.ROOT, "派%.2f元(含税)", gift.cash()) : "";
        return "10" + shares + cash;
    }

    private static LocalDate quarterBefore(LocalDate day) {
        LocalDate month = day.withDayOfMonth(1).minusMonths((day.getMonthValue() - 1) % 3);
        return month.minusDays(1);
    }

    /** Newest first; sums since the start of the year. */
    List<Map<String, Object>> accounts(Company company) {
        List<Map<String, Object>> rows = new ArrayList<>();
        double revenue = 0;
        double income = 0;
        int year = 0;
        for (Report report : company.reports()) {
            if (report.filed() == null || report.filed().isAfter(today())) {
                continue;
            }
            revenue = (report.year() == year ? revenue : 0) + report.items().get("revenue");
            income = (report.year() == year ? income : 0) + report.items().get("net_income");
            year = report.year();
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("SECUCODE", secucode(company));
            row.put("SECURITY_CODE", company.ticker());
            row.put("SECURITY_NAME_ABBR", company.name());
            row.put("REPORT_DATE", midnight(report.end()));
            row.put("REPORT_TYPE", List.of("一季报", "中报", "三季报", "年报").get(report.quarter() - 1));
            row.put("NOTICE_DATE", midnight(report.filed()));
            row.put("EPSJB", Math.rint(income / company.shares() * MONEY_DECIMALS) / MONEY_DECIMALS);
            row.put(
                    "BPS",
                    Math.rint(report.items().get("total_equity") / company.shares() * MONEY_DECIMALS) / MONEY_DECIMALS);
            row.put("TOTALOPERATEREVE", revenue);
            row.put("PARENTNETPROFIT", income);
            row.put("ROEJQ", Math.rint(income / report.items().get("total_equity") * 1e4) / MONEY_DECIMALS);
            row.put("XSMLL", 40.0);
            rows.add(0, row);
        }
        return rows;
    }

    static String secucode(Company company) {
        return company.ticker() + (company.exchange().equals("XSHG") ? ".SH" : ".SZ");
    }

    static String midnight(LocalDate day) {
        return day + " 00:00:00";
    }
}
