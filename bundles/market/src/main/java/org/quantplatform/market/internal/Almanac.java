package org.quantplatform.market.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.quantplatform.api.data.CalendarQuery;
import org.quantplatform.api.data.MarketCalendar;
import org.quantplatform.api.data.MarketRuling;
import org.quantplatform.api.data.RulesQuery;
import org.quantplatform.core.data.MarketStore;
import org.quantplatform.model.AssetType;
import org.quantplatform.model.ErrorCode;
import org.quantplatform.model.Instrument;
import org.quantplatform.model.Market;
import org.quantplatform.model.QuantException;
import org.quantplatform.spi.PluginException;
import org.quantplatform.spi.market.Listing;
import org.quantplatform.spi.market.MarketRules;

/** Answers what the rules of markets say. */
final class Almanac {

    private static final int USUAL_DAYS = 30;
    private static final int MOST_DAYS = 3660;
    private static final LocalDate EARLIEST = LocalDate.of(1700, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(2200, 1, 1);

    private final Rulebook rulebook;
    private final MarketStore market;
    private final Clock clock;

    Almanac(Rulebook rulebook, MarketStore market, Clock clock) {
        this.rulebook = rulebook;
        this.market = market;
        this.clock = clock;
    }

    MarketCalendar calendar(CalendarQuery query) {
        LocalDate from = day(query.from(), query.market(), "from");
        LocalDate to = query.to() == null ? from.plusDays(USUAL_DAYS) : day(query.to(), query.market(), "to");
        if (to.isBefore(from) || to.isAfter(from.plusDays(MOST_DAYS))) {
            throw QuantException.invalid("to", "must lie within " + MOST_DAYS + " days from " + from);
        }
        MarketRules rules = rulebook.of(query.market());
        return new MarketCalendar(
                query.market(),
                query.market().exchange(),
                query.market().zone().getId(),
                from.datesUntil(to.plusDays(1)).map(rules::day).toList());
    }

    MarketRuling rules(RulesQuery query) {
        LocalDate date = day(query.date(), query.market(), "date");
        Listing listing = listing(query);
        MarketRules rules = rulebook.of(query.market());
        try {
            return new MarketRuling(
                    query.market(),
                    query.ticker(),
                    listing.exchange(),
                    listing.type(),
                    date,
                    rules.day(date),
                    rules.rule(listing, date),
                    rules.settlementDays(date));
        } catch (PluginException e) {
            throw QuantException.of(ErrorCode.UNPROCESSABLE, String.valueOf(e.getMessage()), e);
        }
    }

    private Listing listing(RulesQuery query) {
        String ticker = query.ticker();
        if (ticker == null) {
            return new Listing("", query.market().exchange(), AssetType.STOCK);
        }
        Optional<Instrument> known = market.instrument(query.market(), ticker);
        return known.map(found -> new Listing(found.ticker(), found.exchange(), found.type()))
                .orElseGet(() -> new Listing(ticker, query.market().exchange(), AssetType.STOCK));
    }

    private LocalDate day(@Nullable LocalDate given, Market of, String field) {
        LocalDate date = given == null ? LocalDate.now(clock.withZone(of.zone())) : given;
        if (date.isBefore(EARLIEST) || date.isAfter(LATEST)) {
            throw QuantException.invalid(field, "must lie between " + EARLIEST + " and " + LATEST);
        }
        return date;
    }
}
