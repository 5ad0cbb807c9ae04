package org.quantplatform.fakes;

import java.time.LocalTime;
import java.time.ZoneId;

/** Where an invented market trades. */
public enum Country {
    US("America/New_York", "USD", LocalTime.of(9, 30), LocalTime.of(16, 0), 2),
    KR("Asia/Seoul", "KRW", LocalTime.of(9, 0), LocalTime.of(15, 30), 0),
    CN("Asia/Shanghai", "CNY", LocalTime.of(9, 30), LocalTime.of(15, 0), 2);

    private final ZoneId zone;
    private final String currency;
    private final LocalTime opens;
    private final LocalTime closes;
    private final int decimals;

    Country(String zone, String currency, LocalTime opens, LocalTime closes, int decimals) {
        this.zone = ZoneId.of(zone);
        this.currency = currency;
        this.opens = opens;
        this.closes = closes;
        this.decimals = decimals;
    }

    public ZoneId zone() {
        return zone;
    }

    public String currency() {
        return currency;
    }

    public LocalTime opens() {
        return opens;
    }

    public LocalTime closes() {
        return closes;
    }

    /** Decimal places of a price. */
    public int decimals() {
        return decimals;
    }
}
