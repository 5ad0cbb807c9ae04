package org.quantplatform.source.demo.internal;

import java.time.LocalDate;
import org.quantplatform.model.Fundamental;

/**
 * A company's quarterly accounts. Its worth follows the market's opinion of it with a year's delay, so that cheap and dear
 * companies exist, and nothing in the accounts knows prices after the quarter's end.
 */
final class Books {

    private static final double DAILY_SHARE = 1 / 252.0;

    private final Company company;
    private final Dice dice;
    private final Delivery delivery;
    private final double bookToWorth;
    private final double turnover;
    private final double margin;
    private final double leverage;

    private double worth = Double.NaN;
    private double shares;
    private double dividends;

    Books(Company company, Dice dice, Delivery delivery) {
        this.company = company;
        this.dice = dice;
        this.delivery = delivery;
        this.bookToWorth = dice.between(0.25, 1.1);
        this.turnover = dice.between(0.6, 2.5);
        this.margin = dice.between(0.02, 0.18);
        this.leverage = dice.between(1.4, 4);
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

    /** Publishes the accounts when a quarter ended between the two trading days; called before the later one is marked. */
    void close(LocalDate before, LocalDate after) {
        if (before.getMonth() == after.getMonth() || before.getMonthValue() % 3 != 0) {
            return;
        }
        LocalDate end = before.withDayOfMonth(before.lengthOfMonth());
        LocalDate published = end.plusDays(dice.whole(30, 61));
        double book = StrictMath.exp(worth) * bookToWorth * (1 + 0.03 * dice.normal());
        double revenue = book * turnover / 4 * (1 + 0.06 * dice.normal());
        double income = revenue * (margin + 0.02 * dice.normal());
        publish("revenue", end, published, Math.rint(revenue));
        publish("net_income", end, published, Math.rint(income));
        publish("ebitda", end, published, Math.rint(income * 1.4 + revenue * 0.06));
        publish("book_value", end, published, Math.rint(book));
        publish("total_assets", end, published, Math.rint(book * leverage));
        publish("shares_outstanding", end, published, Math.rint(shares));
        publish("dividends_per_share", end, published, Math.rint(dividends * 100) / 100);
        dividends = 0;
    }

    private void publish(String item, LocalDate end, LocalDate published, double value) {
        delivery.fundamental(new Fundamental(company.place().market, company.ticker(), item, end, published, value));
    }
}
