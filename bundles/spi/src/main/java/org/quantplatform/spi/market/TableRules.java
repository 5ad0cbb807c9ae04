package org.quantplatform.spi.market;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.quantplatform.model.Market;
import org.quantplatform.model.TradingDay;
import org.quantplatform.model.TradingRule;
import org.quantplatform.spi.PluginException;

/**
 * Rules that stand in two texts beside the subclass, which needs no code. Lines with {@code #} are comments; ranges of days
 * have inclusive ends, {@code -} stands for no end.
 *
 * <p>{@code rules.txt} has lines {@code FROM TO WHO WHAT VALUE… | SOURCE}; of all lines that apply to a listing the last one
 * of each kind counts. {@code WHO} is {@code *} or an exchange, then optionally {@code /} and beginnings of tickers (counted
 * from the first digit, when there is one) with commas between, then optionally {@code :} and an asset type. {@code WHAT}
 * is one of:
 *
 * <ul>
 *   <li>{@code lot} and {@code tick}: a number, or bands {@code 0:1 2000:5} of price and value
 *   <li>{@code least}: fewest shares of an order; {@code free}: sessions without limit after the first bar
 *   <li>{@code limit}: {@code none}, {@code inward 0.3}, {@code half_up 0.1}, either with {@code less_dividends} behind
 *       it, or {@code amount} with bands
 *   <li>{@code sales}: {@code same_day} or {@code next_day}; {@code shorts}: {@code allowed} or {@code banned}
 *   <li>{@code settlement}: trading days, for {@code *} only; {@code note}: a sentence for people
 * </ul>
 *
 * <p>{@code calendar.txt} has {@code covers FIRST LAST}, lines {@code hours FROM TO KIND 09:00-12:30…} of sessions, and for
 * days that differ {@code DATE closed NAME} or {@code DATE 10:00-15:00 NAME}, which holds for the regular sessions.
 */
public abstract class TableRules implements MarketRules {

    private final Market market;
    private final RuleTable rules;
    private final CalendarTable calendar;

    /** @throws PluginException naming the line that cannot be read */
    protected TableRules(Market market) {
        this.market = market;
        this.rules = RuleTable.parse(lines("rules.txt"));
        this.calendar = CalendarTable.parse(lines("calendar.txt"));
    }

    private List<String> lines(String name) {
        try (InputStream text = getClass().getResourceAsStream(name)) {
            if (text == null) {
                throw new PluginException(
                        "there is no " + name + " beside " + getClass().getName());
            }
            return new BufferedReader(new InputStreamReader(text, StandardCharsets.UTF_8))
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public final Market market() {
        return market;
    }

    @Override
    public final TradingDay day(LocalDate date) {
        return calendar.day(date);
    }

    @Override
    public final TradingRule rule(Listing listing, LocalDate date) {
        return rules.rule(listing, date);
    }

    @Override
    public final int settlementDays(LocalDate traded) {
        return rules.settlementDays(traded);
    }
}
