package org.quantplatform.market.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.quantplatform.api.data.Timeframe;
import org.quantplatform.api.data.UpdateMode;
import org.quantplatform.api.data.UpdateReport;
import org.quantplatform.api.data.UpdateRequest;
import org.quantplatform.core.data.ImportStore.Claim;
import org.quantplatform.core.data.UpdateStore;
import org.quantplatform.core.data.UpdateStore.NewUpdate;
import org.quantplatform.core.data.UpdateStore.Span;
import org.quantplatform.core.identity.Caller;
import org.quantplatform.core.jobs.JobQueue;
import org.quantplatform.core.plugins.PluginRegistry;
import org.quantplatform.json.QuantJson;
import org.quantplatform.model.FieldError;
import org.quantplatform.model.Market;
import org.quantplatform.model.PriceBasis;
import org.quantplatform.model.QuantException;
import org.quantplatform.spi.market.MarketRules;

/** Takes requests for updates: checks them whole, fills in what was left out, queues their job. */
final class UpdateDesk {

    private static final int USUAL_OVERLAP = 5;
    private static final int USUAL_OVERLAP_OF_MINUTES = 1;
    private static final int USUAL_YEARS = 5;
    private static final int MOST_ERRORS = 20;
    private static final int MOST_TICKERS = 20_000;
    private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);

    private final UpdateStore updates;
    private final JobQueue queue;
    private final PluginRegistry plugins;
    private final SourceNames names;
    private final Clock clock;

    UpdateDesk(UpdateStore updates, JobQueue queue, PluginRegistry plugins, SourceChains chains, Clock clock) {
        this.updates = updates;
        this.queue = queue;
        this.plugins = plugins;
        this.names = new SourceNames(plugins, chains);
        this.clock = clock;
    }

    UpdateReport submit(Caller caller, UpdateRequest request, Optional<String> key) {
        StoredUpdate update = checked(request);
        queue.checkRoom();
        String id = updates.create(
                caller,
                new NewUpdate(
                        update.market(),
                        update.mode(),
                        Timeframe.parse("timeframe", update.timeframe()),
                        update.sources()),
                QuantJson.write(update),
                key.map(given -> new Claim(given, QuantJson.write(request))));
        queue.wake();
        return updates.get(id).orElseThrow(() -> QuantException.notFound("update", id));
    }

    /** @throws QuantException {@code INVALID_REQUEST} with everything that is wrong */
    StoredUpdate checked(UpdateRequest request) {
        List<FieldError> errors = new ArrayList<>();
        Market market = request.market();
        if (market == null) {
            throw QuantException.invalid("market", "is needed");
        }
        MinuteReach minutes = minutes(request, errors);
        List<String> sources = minutes == null
                ? names.of(request.sources(), market, "sources", errors)
                : names.of(request.sources(), market, "sources", minutes, errors);
        MarketRules rules = new Rulebook(plugins).of(market);
        LocalTime finalAt = names.finalAt(request.sources(), market);
        LocalDate latest = MarketSessions.latestClosed(market, rules, clock);
        LocalDate asked = or(request.endDate(), MarketSessions.latestFinal(market, rules, clock, finalAt));
        LocalDate end = asked.isAfter(latest) ? latest : asked;
        LocalDate start = or(request.startDate(), minutes == null ? years(end) : minutes.start(end));
        checkStart(start, end, minutes, errors);
        List<FieldError> wrong = RequestCheck.optionErrors(request.options());
        errors.addAll(wrong);
        boolean actions = minutes == null && or(request.actions(), true);
        if (actions && errors.isEmpty() && !names.haveActions(sources, market)) {
            if (request.actions() != null) {
                errors.add(new FieldError("actions", "none of the sources has corporate actions of " + market));
            }
            actions = false;
        }
        int overlap = minutes == null ? USUAL_OVERLAP : USUAL_OVERLAP_OF_MINUTES;
        StoredUpdate update = new StoredUpdate(
                market,
                sources,
                or(request.mode(), UpdateMode.UPDATE),
                tickers(request.tickers(), errors),
                start,
                end,
                within("overlap_days", or(request.overlapDays(), overlap), 0, 260, errors),
                request.chunkSize() == null ? 0 : within("chunk_size", request.chunkSize(), 1, 5000, errors),
                actions,
                or(request.priceBasis(), PriceBasis.RAW),
                wrong.isEmpty() ? or(request.options(), Map.of()) : Map.of(),
                (minutes == null ? Timeframe.DAY : Timeframe.MINUTE).code());
        if (minutes != null && errors.isEmpty()) {
            errors.addAll(unknown(update));
        }
        if (!errors.isEmpty()) {
            throw QuantException.invalid(errors);
        }
        return update;
    }

    private static LocalDate years(LocalDate end) {
        return end.minusYears(USUAL_YEARS).plusDays(1);
    }

    /** What is special about minutes; null for daily bars. */
    private @Nullable MinuteReach minutes(UpdateRequest request, List<FieldError> errors) {
        String code = request.timeframe();
        if (code == null || code.equals(Timeframe.DAY.code())) {
            return null;
        }
        if (!code.equals(Timeframe.MINUTE.code())) {
            errors.add(new FieldError("timeframe", "must be 1d or 1m; longer parts of a day are rolled up from 1m"));
        }
        if (or(request.actions(), false)) {
            errors.add(new FieldError("actions", "come with daily bars, not with minutes"));
        }
        if (request.options() != null && !request.options().isEmpty()) {
            errors.add(new FieldError("options", "must be left out for minutes"));
        }
        return new MinuteReach(
                request.market(), LocalDate.now(clock.withZone(request.market().zone())));
    }

    private static void checkStart(
            LocalDate start, LocalDate end, @Nullable MinuteReach minutes, List<FieldError> errors) {
        if (minutes != null && !minutes.known()) {
            return;
        }
        LocalDate earliest = minutes == null ? EARLIEST : minutes.earliest();
        if (start.isBefore(earliest)) {
            String why = minutes == null ? "" : ", from which day on minute bars are kept by " + minutes.keeper();
            errors.add(new FieldError("start_date", "must not be before " + earliest + why));
        } else if (start.isAfter(end)) {
            errors.add(new FieldError("start_date", "must not be after " + end + ", the last day asked for"));
        }
    }

    /** Minutes of an instrument say neither what it is nor in which currency. */
    private List<FieldError> unknown(StoredUpdate update) {
        Set<String> known = updates.spans(update.market(), Timeframe.MINUTE, update.tickers()).stream()
                .map(Span::ticker)
                .collect(Collectors.toSet());
        String what = "not stored: update the daily bars first";
        if (known.isEmpty() && update.tickers().isEmpty()) {
            return List.of(new FieldError("tickers", "instruments of market " + update.market() + " are " + what));
        }
        return update.tickers().stream()
                .filter(ticker -> !known.contains(ticker))
                .limit(MOST_ERRORS)
                .map(ticker -> new FieldError("tickers", ticker + " is " + what))
                .toList();
    }

    private static List<String> tickers(@Nullable List<String> tickers, List<FieldError> errors) {
        if (tickers == null) {
            return List.of();
        }
        if (tickers.isEmpty() || tickers.size() > MOST_TICKERS) {
            errors.add(new FieldError("tickers", "must be 1 to " + MOST_TICKERS + ", or left out for all"));
            return List.of();
        }
        for (int i = 0; i < tickers.size(); i++) {
            String ticker = tickers.get(i);
            if (ticker == null || ticker.isBlank() || !ticker.strip().equals(ticker) || Judge.unusable(ticker)) {
                errors.add(new FieldError("tickers[" + i + "]", "must be a ticker of 1 to 32 characters"));
                return List.of();
            }
        }
        return List.copyOf(new TreeSet<>(tickers));
    }

    private static int within(String path, int value, int least, int most, List<FieldError> errors) {
        if (value < least || value > most) {
            errors.add(new FieldError(path, "must be " + least + " to " + most));
        }
        return value;
    }

    private static <T> T or(@Nullable T given, T otherwise) {
        return given == null ? otherwise : given;
    }
}
