package org.quantplatform.source.demo.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * A company's quarterly accounts. Its worth follows the market's opinion of it with a year's delay, so that cheap and dear
 * companies exist, and nothing in the accounts knows prices after the quarter's end. Shares and dividends are in the
 * shares of the day of publication: a split before it restates them.
 */
final class Books {

    private static final double DAILY_SHARE = 1 / 252.0;
    private static final int DETAILS = 100;

    private final Company company;
    private final Dice dice;
    /** Of its own, so that what is told of a company changes none of its prices. */
    private final Dice details;

    private final Delivery delivery;
    private final List<Quarter> unpublished = new ArrayList<>();
    private final double bookToWorth;
    private final double turnover;
    private final double margin;
    private final double leverage;
    private final double grossMargin;
    private final double investment;
    private final double debtShare;
    private final double cashShare;

    private double worth = Double.NaN;
    private double shares;
    private double dividends;

    Books(Company company, Dice dice, Delivery delivery) {
        this.company = company;
        this.dice = dice;
        this.details = Dice.of(DETAILS + company.place().ordinal(), company.number());
        this.delivery = delivery;
        this.bookToWorth = dice.between(0.25, 1.1);
        this.turnover = dice.between(0.6, 2.5);
        this.margin = dice.between(0.02, 0.18);
        this.leverage = dice.between(1.4, 4);
        this.grossMargin = margin + details.between(0.12, 0.45);
        this.investment = details.between(0.02, 0.08);
        this.debtShare = details.between(0.2, 0.7);
        this.cashShare = details.between(0.03, 0.2);
    }

    /** The day's last opinion of the market. */
    void mark(double price, double shareCount) {
        shares = shareCount;
        double opinion = StrictMath.log(price * shareCount);
        worth = Double.isNaN(worth) ? opinion : worth + DAILY_SHARE * (opinion - worth);
    }

    void paid(double perShare) {
        dividends += perShare;
    }

    void split(double ratio) {
        shares *= ratio;
        dividends /= ratio;
        unpublished.forEach(quarter -> quarter.split(ratio));
    }

    /** What is published on or before this day can be restated no more. */
    void publishUntil(LocalDate day) {
        unpublished.removeIf(quarter -> {
            boolean due = !quarter.published().isAfter(day);
            if (due) {
                quarter.deliver(delivery, company);
            }
            return due;
        });
    }

    /** Draws the accounts up when a quarter ended between the two trading days; called before the later one is marked. */
    void close(LocalDate before, LocalDate after) {
        if (before.getMonth() == after.getMonth() || before.getMonthValue() % 3 != 0) {
            return;
        }
        LocalDate end = before.withDayOfMonth(before.lengthOfMonth());
        LocalDate published = end.plusDays(dice.whole(30, 61));
        double book = StrictMath.exp(worth) * bookToWorth * (1 + 0.03 * dice.normal());
        double revenue = book * turnover / 4 * (1 + 0.06 * dice.normal());
        double income = revenue * (margin + 0.02 * dice.normal());
        Quarter quarter = new Quarter(end, published, shares, dividends);
        quarter.put("revenue", revenue);
        quarter.put("net_income", income);
        quarter.put("ebitda", income * 1.4 + revenue * 0.06);
        quarter.put("book_value", book);
        quarter.put("total_assets", book * leverage);
        addDetails(quarter, revenue, income, book);
        unpublished.add(quarter);
        dividends = 0;
    }

    private void addDetails(Quarter quarter, double revenue, double income, double book) {
        double operatingCash = income + revenue * (0.05 + 0.03 * details.normal());
        quarter.put("gross_profit", revenue * (grossMargin + 0.01 * details.normal()));
        quarter.put("operating_income", income * 1.25 + revenue * 0.01);
        quarter.put("operating_cash_flow", operatingCash);
        quarter.put("free_cash_flow", operatingCash - revenue * investment);
        quarter.put("total_debt", book * (leverage - 1) * debtShare);
        quarter.put("cash", book * leverage * cashShare);
    }
}
