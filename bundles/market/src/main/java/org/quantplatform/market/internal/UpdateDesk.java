package org.quantplatform.market.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.quantplatform.api.data.UpdateMode;
import org.quantplatform.api.data.UpdateReport;
import org.quantplatform.api.data.UpdateRequest;
import org.quantplatform.core.data.ImportStore.Claim;
import org.quantplatform.core.data.UpdateStore;
import org.quantplatform.core.data.UpdateStore.NewUpdate;
import org.quantplatform.core.identity.Caller;
import org.quantplatform.core.jobs.JobQueue;
import org.quantplatform.core.plugins.PluginRegistry;
import org.quantplatform.json.QuantJson;
import org.quantplatform.model.FieldError;
import org.quantplatform.model.Market;
import org.quantplatform.model.PriceBasis;
import org.quantplatform.model.QuantException;

/** Takes requests for updates: checks them whole, fills in what was left out, queues their job. */
final class UpdateDesk {

    private static final int USUAL_OVERLAP = 5;
    private static final int USUAL_YEARS = 5;
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
                new NewUpdate(update.market(), update.mode(), update.sources()),
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
        List<String> sources = names.of(request.sources(), market, "sources", errors);
        UpdateMode mode = or(request.mode(), UpdateMode.UPDATE);
        LocalDate latest = MarketSessions.latestClosed(market, new Rulebook(plugins).of(market), clock);
        LocalDate asked = or(request.endDate(), latest);
        LocalDate end = asked.isAfter(latest) ? latest : asked;
        LocalDate start = or(request.startDate(), end.minusYears(USUAL_YEARS).plusDays(1));
        if (start.isBefore(EARLIEST)) {
            errors.add(new FieldError("start_date", "must not be before " + EARLIEST));
        } else if (start.isAfter(end)) {
            errors.add(new FieldError("start_date", "must not be after " + end + ", the last day asked for"));
        }
        List<FieldError> wrong = RequestCheck.optionErrors(request.options());
        errors.addAll(wrong);
        StoredUpdate update = new StoredUpdate(
                market,
                sources,
                mode,
                tickers(request.tickers(), errors),
                start,
                end,
                within("overlap_days", or(request.overlapDays(), USUAL_OVERLAP), 0, 260, errors),
                request.chunkSize() == null ? 0 : within("chunk_size", request.chunkSize(), 1, 5000, errors),
                or(request.actions(), true),
                or(request.priceBasis(), PriceBasis.RAW),
                wrong.isEmpty() ? or(request.options(), Map.of()) : Map.of());
        if (!errors.isEmpty()) {
            throw QuantException.invalid(errors);
        }
        return update;
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
