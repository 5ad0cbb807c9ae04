package org.quantplatform.fakes;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.quantplatform.fakes.Company.Bar;
import org.quantplatform.fakes.Company.Dividend;
import org.quantplatform.fakes.Company.Report;
import org.quantplatform.fakes.Company.Split;

/** Makes up what happened to a company; what came before a day is the same whatever the last day is. */
final class Biography {

    private static final LocalDate START = LocalDate.of(2015, 1, 2);
    private static final int QUARTERS = 4;
    private static final double DAILY_RISK = 0.014;
    private static final double DAILY_DRIFT = 0.0003;
    private static final int DAYS_DECLARED_BEFORE = 9;
    private static final int DAYS_DECLARED_AFTER = 40;
    private static final int DAYS_TO_PAY = 20;

    private final Country country;
    private final TradingDays calendar;
    private final int number;
    private final Chance chance;
    private final Chance accounts;
    private final double unit;
    private final LocalDate first;
    private final @Nullable LocalDate last;
    private final List<Split> splits = new ArrayList<>();
    private final List<Dividend> dividends = new ArrayList<>();
    private final List<Bar> bars = new ArrayList<>();
    private final List<LocalDate> idle = new ArrayList<>();
    private final List<Report> reports = new ArrayList<>();
    private final long shares;
    private double price;

    Biography(Country country, int number) {
        this.country = country;
        this.number = number;
        this.calendar = TradingDays.of(country);
        long seed = country.ordinal() * 1_000_003L + number;
        this.chance = new Chance(seed);
        this.accounts = new Chance(-1 - seed);
        this.unit = country == Country.KR ? 1_000 : 1;
        this.first = calendar.onOrAfter(number % 10 == 3 ? LocalDate.of(2022, 3, 14) : START);
        this.last = number % 10 == 2 ? LocalDate.of(2023, 6, 9) : null;
        this.shares = 1_000_000L * (20 + chance.below(480));
        this.price = unit * chance.between(20, 180);
    }

    /** Companies 1, 11, 21 … are split in 2020 and consolidated in 2024; 0, 10, 20 … pay each quarter. */
    Company told() {
        if (number % 10 == 1) {
            splits.add(new Split(calendar.onOrAfter(LocalDate.of(2020, 8, 31)), 1, 4));
            splits.add(new Split(calendar.onOrAfter(LocalDate.of(2024, 6, 10)), 2, 1));
        }
        if (number % 10 <= 1) {
            declareDividends();
        }
        calendar.all().stream().filter(this::listed).forEach(this::trade);
        fileReports();
        return new Company(
                country,
                number,
                Names.ticker(country, number),
                Names.company(country, number),
                Names.exchange(country, number),
                Names.sector(number),
                first,
                last,
                shares,
                List.copyOf(bars),
                List.copyOf(idle),
                List.copyOf(splits),
                List.copyOf(dividends),
                List.copyOf(reports));
    }

    private boolean listed(LocalDate day) {
        return !day.isBefore(first) && (last == null || !day.isAfter(last));
    }

    /** In Korea companies 10, 30, 50 … say how much only when the shares have long traded without it. */
    private void declareDividends() {
        boolean late = country == Country.KR && number % 20 == 10;
        for (LocalDate month = LocalDate.of(2015, 2, 10);
                month.isBefore(TradingDays.LAST);
                month = month.plusMonths(3)) {
            LocalDate exDate = calendar.onOrAfter(month);
            double amount = rounded(unit * (0.2 + 0.01 * dividends.size()));
            LocalDate declared = late ? exDate.plusDays(DAYS_DECLARED_AFTER) : exDate.minusDays(DAYS_DECLARED_BEFORE);
            LocalDate paid = (late ? declared : exDate).plusDays(DAYS_TO_PAY);
            dividends.add(new Dividend(exDate, declared, exDate.plusDays(1), paid, amount));
        }
    }

    /** Companies 4, 14, 24 … do not trade on some days. */
    private void trade(LocalDate day) {
        for (Split split : splits) {
            if (split.date().equals(day)) {
                price *= (double) split.from() / split.to();
            }
        }
        for (Dividend dividend : dividends) {
            if (dividend.exDate().equals(day)) {
                price -= dividend.amount();
            }
        }
        double open = rounded(price * Math.exp(0.004 * chance.bell()));
        double close = rounded(price * Math.exp(DAILY_DRIFT + DAILY_RISK * chance.bell()));
        double high = rounded(Math.max(open, close) * (1 + 0.008 * chance.share()));
        double low = rounded(Math.min(open, close) * (1 - 0.008 * chance.share()));
        long volume = 10_000 + (long) (2_000_000 * chance.share() * chance.share());
        int trades = 50 + chance.below(20_000);
        if (number % 10 == 4 && chance.below(40) == 0 && !day.equals(first)) {
            idle.add(day);
            return;
        }
        price = Math.max(close, unit);
        double average = (open + high + low + close) / QUARTERS;
        bars.add(new Bar(day, open, Math.max(high, price), low, price, volume, rounded(average), trades));
    }

    private double rounded(double value) {
        double scale = Math.pow(10, country.decimals());
        return Math.max(Math.rint(value * scale) / scale, 1 / scale);
    }

    private void fileReports() {
        double revenue = unit * 1e6 * accounts.between(50, 900);
        double equity = revenue * accounts.between(1, 3);
        for (LocalDate start = LocalDate.of(2015, 1, 1);
                start.plusMonths(3).isBefore(TradingDays.LAST);
                start = start.plusMonths(3)) {
            LocalDate end = start.plusMonths(3).minusDays(1);
            revenue *= 1 + 0.02 * accounts.bell();
            double income = Math.rint(revenue * accounts.between(0.02, 0.14));
            equity += income;
            if (listed(calendar.onOrAfter(end))) {
                int quarter = (end.getMonthValue() - 1) / 3 + 1;
                reports.add(new Report(
                        start, end, filed(end), end.getYear(), quarter, items(Math.rint(revenue), income, equity)));
            }
        }
    }

    private LocalDate filed(LocalDate end) {
        LocalDate day = end.plusDays(25 + accounts.below(16));
        return day.getDayOfWeek() == DayOfWeek.SUNDAY ? day.plusDays(1) : day;
    }

    private Map<String, Double> items(double revenue, double income, double equity) {
        Map<String, Double> items = new TreeMap<>();
        items.put("revenue", revenue);
        items.put("gross_profit", Math.rint(revenue * 0.4));
        items.put("operating_income", Math.rint(income * 1.3));
        items.put("net_income", income);
        items.put("operating_cash_flow", Math.rint(income * 1.1));
        items.put("total_equity", Math.rint(equity));
        items.put("total_assets", Math.rint(equity * 2));
        items.put("total_liabilities", Math.rint(equity * 2) - Math.rint(equity));
        items.put("earnings_per_share", Math.rint(1e4 * income / shares) / 1e4);
        return items;
    }
}
