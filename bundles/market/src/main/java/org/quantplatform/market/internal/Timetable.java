package org.quantplatform.market.internal;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.quantplatform.api.data.ScheduleRequest;
import org.quantplatform.api.data.UpdateRequest;
import org.quantplatform.core.data.ScheduleStore.Timing;
import org.quantplatform.model.FieldError;
import org.quantplatform.model.Market;
import org.quantplatform.model.QuantException;
import org.quantplatform.model.TradingDay;
import org.quantplatform.spi.market.MarketRules;

/** Tells when schedules are due. */
final class Timetable {

    private static final int MOST_MINUTES = 1440;
    private static final int MOST_DAYS = 60;

    private final Rulebook rules;
    private final SourceNames sources;

    Timetable(Rulebook rules, SourceNames sources) {
        this.rules = rules;
        this.sources = sources;
    }

    /** @throws QuantException {@code INVALID_REQUEST} with everything that is wrong */
    static Timing timing(ScheduleRequest request) {
        List<FieldError> errors = new ArrayList<>();
        Market market = request.update().market();
        Integer minutes = request.afterCloseMinutes();
        if ((request.cron() == null) == (minutes == null)) {
            errors.add(new FieldError("cron", "either cron or after_close_minutes is needed"));
        }
        if (minutes != null && (minutes < 0 || minutes > MOST_MINUTES)) {
            errors.add(new FieldError("after_close_minutes", "must be 0 to " + MOST_MINUTES));
        }
        if (minutes != null && request.timeZone() != null) {
            errors.add(new FieldError("time_zone", "is the market's where the close decides"));
        }
        String zone = request.timeZone() == null ? market.zone().getId() : request.timeZone();
        check(request.cron(), zone, errors);
        if (!errors.isEmpty()) {
            throw QuantException.invalid(errors);
        }
        return new Timing(request.cron(), zone, minutes);
    }

    private static void check(@Nullable String cron, String zone, List<FieldError> errors) {
        try {
            ZoneId.of(zone);
        } catch (DateTimeException e) {
            errors.add(new FieldError("time_zone", "must be a time zone such as Asia/Seoul"));
        }
        try {
            if (cron != null) {
                Cron.parse(cron);
            }
        } catch (IllegalArgumentException e) {
            errors.add(new FieldError("cron", e.getMessage()));
        }
    }

    /** The first time after an instant; empty when there is none. */
    Optional<Instant> next(Timing timing, UpdateRequest update, Instant after) {
        Integer minutes = timing.afterCloseMinutes();
        String cron = timing.cron();
        return cron == null
                ? afterClose(update, minutes == null ? 0 : minutes, after)
                : Cron.parse(cron).after(after, ZoneId.of(timing.timeZone()));
    }

    private Optional<Instant> afterClose(UpdateRequest update, int minutes, Instant after) {
        Market market = update.market();
        MarketRules calendar = rules.of(market);
        LocalTime finalAt = sources.finalAt(update.sources(), market);
        LocalDate first = after.atZone(market.zone()).toLocalDate().minusDays(2);
        return first.datesUntil(first.plusDays(MOST_DAYS))
                .map(calendar::day)
                .filter(MarketSessions::isOpen)
                .map(day -> due(day, finalAt, minutes).atZone(market.zone()).toInstant())
                .filter(due -> due.isAfter(after))
                .findFirst();
    }

    /** An earlier run would find the session before, and the next one comes a session later. */
    private static LocalDateTime due(TradingDay day, @Nullable LocalTime finalAt, int minutes) {
        LocalDateTime wanted = MarketSessions.close(day).plusMinutes(minutes);
        LocalDateTime settled = MarketSessions.settled(day, finalAt);
        return wanted.isAfter(settled) ? wanted : settled;
    }
}
