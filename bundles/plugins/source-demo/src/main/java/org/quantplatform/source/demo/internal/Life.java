package org.quantplatform.source.demo.internal;

import java.time.LocalDate;
import org.quantplatform.model.CorporateAction;
import org.quantplatform.spi.data.DataSink.BarValues;

/**
 * Plays a company's share from its first day to its last. The return of a day is that of the market and the sector, a
 * drift of the company's own that changes slowly (so that what rose tends to go on rising for some months), a premium
 * for being calm, and chance. Prices are as traded: they fall by dividends and jump at splits.
 */
final class Life {

    private static final double DRIFT_MEMORY = 0.994;
    private static final double DRIFT_PER_YEAR = 0.15;
    private static final double CALM_PREMIUM = 0.2;
    private static final double USUAL_VOLATILITY = 0.25;
    private static final double RUIN_PER_YEAR = -2.2;
    private static final int RUIN_DAYS = 252;
    private static final int DAYS_BETWEEN_SPLIT_CHECKS = 21;

    private final Company company;
    private final Place place;
    private final Weather weather;
    private final Dice dice;
    private final Books books;
    private final Delivery delivery;

    private double price;
    private double drift;
    private double interest;
    private double shareFactor = 1;

    Life(Company company, Weather weather, Dice dice, Delivery delivery) {
        this.company = company;
        this.place = company.place();
        this.weather = weather;
        this.dice = dice;
        this.delivery = delivery;
        this.books = new Books(company, dice, delivery);
        this.price = company.price();
        this.drift = DRIFT_PER_YEAR * dice.normal();
    }

    void play() {
        delivery.instrument(company.instrument(weather));
        for (int t = company.first(); t <= company.last(); t++) {
            books.publishUntil(weather.days.get(t).minusDays(1));
            if (company.trades(t)) {
                day(t);
            }
            if (t > company.first()) {
                books.close(weather.days.get(t - 1), weather.days.get(t));
            }
            books.mark(price, company.shares() * shareFactor);
        }
        books.publishUntil(LocalDate.MAX);
        if (company.leaves(weather)) {
            LocalDate end = weather.days.get(company.last());
            double paid = company.ruined() ? 0 : place.rounded(price, end);
            action(end, CorporateAction.Kind.DELISTING, paid);
        }
    }

    private void day(int t) {
        LocalDate date = weather.days.get(t);
        double base = t == company.first() ? price : afterActions(t, date);
        double deviation = company.volatility() / Math.sqrt(Weather.DAYS_PER_YEAR);
        double limit = 0.95 * place.dailyLimit(date);
        double change = clamp(change(t, deviation), limit);
        double gap = clamp(0.35 * change + 0.25 * deviation * dice.normal(), limit);
        double open = base * StrictMath.exp(gap);
        double close = base * StrictMath.exp(change);
        double up = StrictMath.exp(0.4 * deviation * Math.abs(dice.normal()));
        double down = StrictMath.exp(0.4 * deviation * Math.abs(dice.normal()));
        double high = Math.min(Math.max(open, close) * up, base * (1 + limit));
        double low = Math.max(Math.min(open, close) / down, base * (1 - limit));
        price = close;
        delivery.bar(
                company.ticker(),
                date,
                new BarValues(
                        place.rounded(open, date),
                        place.rounded(high, date),
                        place.rounded(low, date),
                        place.rounded(close, date),
                        volume(change, deviation)));
    }

    /** Yesterday's close less what the share lost its right to this morning. */
    private double afterActions(int t, LocalDate date) {
        double dividend = dividend(t, date);
        if (dividend > 0) {
            books.paid(dividend);
            action(date, CorporateAction.Kind.DIVIDEND, dividend);
            return price - dividend;
        }
        double ratio = t % DAYS_BETWEEN_SPLIT_CHECKS == company.number() % DAYS_BETWEEN_SPLIT_CHECKS ? split() : 1;
        if (ratio != 1) {
            shareFactor *= ratio;
            books.split(ratio);
            action(date, CorporateAction.Kind.SPLIT, ratio);
        }
        return price / ratio;
    }

    private double split() {
        if (price > place.bounds[0]) {
            return place.split(dice);
        }
        return price < place.bounds[1] && !company.ruined() ? 0.1 : 1;
    }

    private double dividend(int t, LocalDate date) {
        boolean due =
                switch (place) {
                    case US -> date.getMonthValue() % 3 == company.number() % 3 && weather.firstFrom(t, 10);
                    case KR -> date.getMonthValue() == 12 && weather.firstFrom(t, 27);
                    case CN -> date.getMonthValue() == 6 && weather.firstFrom(t, 18);
                };
        return due ? place.dividend(price * company.yield() / place.dividendsPerYear) : 0;
    }

    private double change(int t, double deviation) {
        drift = DRIFT_MEMORY * drift + DRIFT_PER_YEAR * Math.sqrt(1 - DRIFT_MEMORY * DRIFT_MEMORY) * dice.normal();
        double perYear = drift + CALM_PREMIUM * (USUAL_VOLATILITY - company.volatility());
        if (company.ruined() && t > company.last() - RUIN_DAYS) {
            perYear += RUIN_PER_YEAR;
        }
        return company.beta() * weather.market[t]
                + weather.sectors[company.sector().ordinal()][t]
                + perYear / Weather.DAYS_PER_YEAR
                - deviation * deviation / 2
                + deviation * Math.sqrt(weather.nervousness[t]) * dice.normal();
    }

    private double volume(double change, double deviation) {
        interest = 0.9 * interest + 0.22 * dice.normal();
        double turnover = 0.003 * StrictMath.exp(interest) * (0.7 + 0.3 * Math.abs(change) / deviation);
        return place.volume(company.shares() * shareFactor * turnover);
    }

    private void action(LocalDate date, CorporateAction.Kind kind, double value) {
        delivery.action(new CorporateAction(place.market, company.ticker(), date, kind, value));
    }

    /** So that a price moves by no more than the limit in either direction. */
    private static double clamp(double change, double limit) {
        return Math.max(StrictMath.log(1 - limit), Math.min(StrictMath.log(1 + limit), change));
    }
}
