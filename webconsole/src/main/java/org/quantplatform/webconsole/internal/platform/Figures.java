package org.quantplatform.webconsole.internal.platform;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.quantplatform.model.Market;

/** Numbers and times as a reader sees them; "–" where there is none. */
public final class Figures {

    private static final String NONE = "–";
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneId.systemDefault());

    private Figures() {}

    /** {@code 0.2845} is {@code 28.45 %}. */
    public static String percent(double fraction) {
        return Double.isFinite(fraction) ? String.format(Locale.US, "%,.2f %%", fraction * 100) : NONE;
    }

    /** With a plus sign when it is a gain. */
    public static String change(double fraction) {
        return fraction > 0 ? "+" + percent(fraction) : percent(fraction);
    }

    public static String ratio(double value) {
        return Double.isFinite(value)
                ? String.format(Locale.US, "%,.2f", value).replaceFirst("^-(0\\.00)$", "$1")
                : NONE;
    }

    public static String count(long value) {
        return String.format(Locale.US, "%,d", value);
    }

    /** In whole units of the currency from ten thousand on, in its smallest unit below. */
    public static String money(double value, String currency) {
        if (!Double.isFinite(value)) {
            return NONE;
        }
        int digits = Math.abs(value) >= 10_000 ? 0 : minorDigits(currency);
        return String.format(Locale.US, "%,." + digits + "f %s", value, currency);
    }

    /** A price or a number of shares: no more decimals than it has, at most four. */
    public static String plain(double value) {
        if (!Double.isFinite(value)) {
            return NONE;
        }
        return String.format(Locale.US, "%,.4f", value).replaceFirst("\\.?0+$", "");
    }

    public static String time(Instant at) {
        return TIME.format(at);
    }

    private static int minorDigits(String currency) {
        for (Market market : Market.values()) {
            if (market.currency().equals(currency)) {
                return market.minorDigits();
            }
        }
        return 2;
    }
}
