package org.quantplatform.shell.view;

import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Currency;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Numbers and times as people read them; what is absent is shown as {@code -}. */
public final class Figures {

    static final String ABSENT = "-";
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

    private Figures() {}

    /** With thousands separators, the currency's own number of decimals and its code. */
    public static String money(double amount, String currency) {
        return Double.isFinite(amount) ? amount(amount, currency) + " " + currency : ABSENT;
    }

    /** As {@link #money}, without the code. */
    public static String amount(double amount, String currency) {
        return number(amount, decimals(currency));
    }

    /** 0.2845 is 28.45%. */
    public static String percent(double fraction) {
        return Double.isFinite(fraction) ? number(fraction * 100, 2) + "%" : ABSENT;
    }

    public static String number(double value, int decimals) {
        if (!Double.isFinite(value)) {
            return ABSENT;
        }
        String pattern = decimals == 0 ? "#,##0" : "#,##0." + "0".repeat(decimals);
        String text = new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(Locale.ROOT)).format(value);
        return text.matches("-[0.,]+") ? text.substring(1) : text;
    }

    /** With up to {@code most} decimals. */
    public static String upTo(double value, int most) {
        if (!Double.isFinite(value)) {
            return ABSENT;
        }
        String pattern = "#,##0." + "#".repeat(most);
        return new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(Locale.ROOT)).format(value);
    }

    public static String count(long value) {
        return number(value, 0);
    }

    public static String text(@Nullable Object value) {
        return value == null || value.toString().isEmpty() ? ABSENT : value.toString();
    }

    /** With the update whose end shows it, if it is not shown yet. */
    public static String snapshot(@Nullable String snapshot, @Nullable String waitsFor) {
        return text(snapshot) + (waitsFor == null ? "" : ", shown when " + waitsFor + " has ended");
    }

    /** In the zone of this machine. */
    public static String time(@Nullable Instant instant) {
        return instant == null ? ABSENT : TIME.format(instant.atZone(ZoneId.systemDefault()));
    }

    private static int decimals(String currency) {
        try {
            return Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits());
        } catch (IllegalArgumentException e) {
            return 2;
        }
    }
}
