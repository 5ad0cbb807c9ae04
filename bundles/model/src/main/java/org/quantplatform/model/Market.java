package org.quantplatform.model;

import java.time.ZoneId;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A region in which instruments trade; an instrument also names its exchange. */
public enum Market {
    KR("KRW", 0, 1, "XKRX", "Asia/Seoul"),
    US("USD", 2, 1, "XNYS", "America/New_York"),
    CN("CNY", 2, 100, "XSHG", "Asia/Shanghai"),
    HK("HKD", 2, 100, "XHKG", "Asia/Hong_Kong"),
    JP("JPY", 0, 100, "XTKS", "Asia/Tokyo"),
    VN("VND", 0, 100, "XSTC", "Asia/Ho_Chi_Minh"),
    FX("USD", 2, 1, "XFX", "UTC");

    private final String currency;
    private final int minorDigits;
    private final int lot;
    private final String exchange;
    private final ZoneId zone;

    Market(String currency, int minorDigits, int lot, String exchange, String zone) {
        this.currency = currency;
        this.minorDigits = minorDigits;
        this.lot = lot;
        this.exchange = exchange;
        this.zone = ZoneId.of(zone);
    }

    /** ISO 4217 code of the currency in which prices are quoted. */
    public String currency() {
        return currency;
    }

    /** Decimal places of the currency's smallest unit. */
    public int minorDigits() {
        return minorDigits;
    }

    /** Shares in a board lot, where the market has one for all its stocks; the usual one otherwise. */
    public int lot() {
        return lot;
    }

    /** ISO 10383 code of the exchange whose calendar stands for the market. */
    public String exchange() {
        return exchange;
    }

    public ZoneId zone() {
        return zone;
    }

    /** Empty when no market has this code; case does not matter. */
    public static Optional<Market> find(String code) {
        String upper = code.strip().toUpperCase(Locale.ROOT);
        return Arrays.stream(values()).filter(m -> m.name().equals(upper)).findFirst();
    }
}
