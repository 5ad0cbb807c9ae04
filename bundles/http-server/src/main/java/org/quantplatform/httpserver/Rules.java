package org.quantplatform.httpserver;

import java.util.Dictionary;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The settings in the units that the code uses.
 *
 * @param allowed empty for any address
 * @param nanosPerRequest 0 for any rate
 * @param bodyLimit bytes
 * @param hsts the header's value, empty for none
 */
record Rules(
        Addresses allowed,
        Addresses proxies,
        boolean plainRemote,
        long nanosPerRequest,
        int burst,
        Addresses unlimited,
        int connections,
        int connectionsPerAddress,
        long headNanos,
        long bodyBytesPerSecond,
        long bodyLimit,
        String hsts) {

    private static final long SECOND = 1_000_000_000L;

    /**
     * @param settings null for the defaults
     * @throws IllegalArgumentException naming the setting that cannot be used
     */
    static Rules of(@Nullable Dictionary<String, ?> settings) {
        int rate = number(settings, "rate.per.second", 0);
        int hsts = number(settings, "hsts.days", 0);
        return new Rules(
                addresses(settings, "allow"),
                addresses(settings, "trusted.proxies"),
                truth(settings, "plain.remote"),
                rate == 0 ? 0 : SECOND / rate,
                number(settings, "rate.burst", 1),
                addresses(settings, "unlimited"),
                number(settings, "connections", 1),
                number(settings, "connections.per.address", 1),
                number(settings, "head.seconds", 1) * SECOND,
                number(settings, "body.bytes.per.second", 1),
                number(settings, "body.limit.mb", 1) * 1024L * 1024L,
                hsts == 0 ? "" : "max-age=" + hsts * 86_400L);
    }

    private static Addresses addresses(@Nullable Dictionary<String, ?> settings, String key) {
        try {
            return Addresses.parse(text(settings, key));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(key + ": " + e.getMessage(), e);
        }
    }

    private static int number(@Nullable Dictionary<String, ?> settings, String key, int least) {
        String text = text(settings, key);
        if (!text.matches("[0-9]{1,9}") || Integer.parseInt(text) < least) {
            throw new IllegalArgumentException(key + ": '" + text + "' is no whole number from " + least);
        }
        return Integer.parseInt(text);
    }

    private static boolean truth(@Nullable Dictionary<String, ?> settings, String key) {
        String text = text(settings, key).toLowerCase(Locale.ROOT);
        if (!text.equals("true") && !text.equals("false")) {
            throw new IllegalArgumentException(key + ": '" + text + "' is neither true nor false");
        }
        return text.equals("true");
    }

    private static String text(@Nullable Dictionary<String, ?> settings, String key) {
        Object value = settings == null ? null : settings.get(key);
        return String.valueOf(value == null ? byDefault(key) : value).strip();
    }

    private static Object byDefault(String key) {
        try {
            return HttpSettings.class.getMethod(key.replace('.', '_')).getDefaultValue();
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(key, e);
        }
    }
}
