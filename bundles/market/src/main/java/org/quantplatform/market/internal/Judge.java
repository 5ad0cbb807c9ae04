package org.quantplatform.market.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.quantplatform.model.Fundamental;
import org.quantplatform.model.Market;
import org.quantplatform.model.TradingDay.State;
import org.quantplatform.spi.data.DataSink.BarValues;
import org.quantplatform.spi.market.MarketRules;

/**
 * Decides what becomes of a bar or an item of the accounts. Without a ticker, a trading day or a positive close it is refused; with a good close but
 * doubtful other values it is kept and flagged. Prices are compared exactly: a low above the open or the close by the
 * least digit is a defect of the source, and stated values are never mended.
 */
final class Judge {

    private static final int MAX_TICKER = 32;
    private static final LocalDate EARLIEST = LocalDate.of(1700, 1, 1);
    /** Leaves room for the endings that ask for twelve months or the year before. */
    private static final Pattern ITEM = Pattern.compile("[a-z][a-z0-9_]{0,47}");
    /** What a panel calls otherwise. */
    private static final Set<String> RESERVED = Set.of(
            "open", "high", "low", "close", "volume", "stated_close", "stated_volume", "market_cap", "market_cap_ttm");

    private final Map<Market, MarketRules> rules;
    private final Map<Market, LocalDate> today = new EnumMap<>(Market.class);

    /** @param rules of the markets that were asked for */
    Judge(Map<Market, MarketRules> rules, Clock clock) {
        this.rules = Map.copyOf(rules);
        for (Market market : rules.keySet()) {
            today.put(market, LocalDate.now(clock.withZone(market.zone())));
        }
    }

    /** Weekdays stand in where the calendar does not reach. */
    boolean isSession(Market market, LocalDate date) {
        MarketRules own = rules.get(market);
        return (own == null ? new NoRules(market) : own).day(date).state() != State.CLOSED;
    }

    boolean asked(Market market) {
        return today.containsKey(market);
    }

    /** Why the bar is refused; null when it is not. */
    @Nullable
    String refusal(Market market, String ticker, LocalDate date, double close) {
        if (!asked(market)) {
            return "market not asked for";
        }
        String name = tickerRefusal(ticker);
        if (name != null) {
            return name;
        }
        String day = dayRefusal(market, date);
        if (day != null) {
            return day;
        }
        return present(close) ? null : "no positive close";
    }

    private @Nullable String dayRefusal(Market market, LocalDate date) {
        if (date.isBefore(EARLIEST)) {
            return "unknown date";
        }
        if (!isSession(market, date)) {
            return "no trading day";
        }
        return date.isAfter(today.get(market)) ? "date to come" : null;
    }

    /** Why an event is refused, which may be announced ahead and lie on any day; null when it is not. */
    @Nullable
    String refusal(Market market, String ticker, LocalDate date) {
        if (!asked(market)) {
            return "market not asked for";
        }
        String name = tickerRefusal(ticker);
        return name == null && date.isBefore(EARLIEST) ? "unknown date" : name;
    }

    /** Why the item of the accounts is refused; null when it is not. */
    @Nullable
    String refusal(Fundamental fact) {
        if (!asked(fact.market())) {
            return "market not asked for";
        }
        String name = tickerRefusal(fact.ticker());
        if (name != null) {
            return name;
        }
        if (!ITEM.matcher(fact.item()).matches()) {
            return "unusable item";
        }
        if (fact.item().endsWith("_year_ago") || RESERVED.contains(fact.item())) {
            return "reserved item";
        }
        if (fact.periodEnd().isBefore(EARLIEST) || fact.published().isAfter(today.get(fact.market()))) {
            return "unknown date";
        }
        return Double.isFinite(fact.value()) ? null : "no value";
    }

    private static @Nullable String tickerRefusal(String ticker) {
        if (ticker.isEmpty()) {
            return "no ticker";
        }
        return unusable(ticker) ? "unusable ticker" : null;
    }

    /** Whether it is too long or not printable. */
    static boolean unusable(String ticker) {
        if (ticker.length() > MAX_TICKER) {
            return true;
        }
        // asked of every row of an import
        for (int i = 0; i < ticker.length(); i++) {
            if (Character.isISOControl(ticker.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    /** Why the bar is flagged; empty when nothing is wrong with it. */
    static List<String> flags(BarValues bar) {
        boolean whole = present(bar.open()) && present(bar.high()) && present(bar.low());
        if (whole && bar.volume() > 0 && bar.volume() < Double.POSITIVE_INFINITY && consistent(bar)) {
            return List.of();
        }
        List<String> reasons = new ArrayList<>(4);
        add(reasons, !present(bar.open()), "missing open");
        add(reasons, !present(bar.high()), "missing high");
        add(reasons, !present(bar.low()), "missing low");
        add(reasons, !consistent(bar), "inconsistent high/low");
        add(reasons, bar.volume() == 0, "zero volume");
        add(reasons, bar.volume() != 0 && !present(bar.volume()), "missing volume");
        return reasons;
    }

    /** Values that are not positive and finite count as missing. */
    static double price(double value) {
        return present(value) ? value : Double.NaN;
    }

    /** As {@link #price}, but nothing may have traded. */
    static double volume(double value) {
        return value == 0 ? 0 : price(value);
    }

    private static boolean present(double value) {
        return value > 0 && value < Double.POSITIVE_INFINITY;
    }

    private static void add(List<String> reasons, boolean applies, String reason) {
        if (applies) {
            reasons.add(reason);
        }
    }

    /** Low at most open and close, high at least these; what is missing breaks no rule. */
    private static boolean consistent(BarValues bar) {
        double open = price(bar.open());
        double high = price(bar.high());
        double low = price(bar.low());
        boolean lowTooHigh = low > open || low > bar.close();
        boolean highTooLow = high < open || high < bar.close();
        return !lowTooHigh && !highTooLow && !(low > high);
    }
}
