package org.quantplatform.source.demo.internal;

import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.quantplatform.model.Fundamental;

/** A quarter's accounts from the day on which they are drawn up until they are published. */
final class Quarter {

    private final LocalDate end;
    private final LocalDate published;
    private final Map<String, Double> items = new TreeMap<>();
    private double shares;
    private double dividends;

    Quarter(LocalDate end, LocalDate published, double shares, double dividends) {
        this.end = end;
        this.published = published;
        this.shares = shares;
        this.dividends = dividends;
    }

    LocalDate published() {
        return published;
    }

    /** Whole units of the currency. */
    void put(String item, double value) {
        items.put(item, Math.rint(value));
    }

    void split(double ratio) {
        shares *= ratio;
        dividends /= ratio;
    }

    void deliver(Delivery delivery, Company company) {
        put("shares_outstanding", shares);
        items.put("dividends_per_share", Math.rint(dividends * 10_000) / 10_000);
        items.forEach((item, value) -> delivery.fundamental(
                new Fundamental(company.place().market, company.ticker(), item, end, published, value)));
    }
}
