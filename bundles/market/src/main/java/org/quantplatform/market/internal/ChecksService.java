package org.quantplatform.market.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.quantplatform.api.Page;
import org.quantplatform.api.PageRequest;
import org.quantplatform.api.data.CheckReport;
import org.quantplatform.api.data.CheckRequest;
import org.quantplatform.api.data.CompareWith;
import org.quantplatform.api.data.DataChecks;
import org.quantplatform.api.data.Finding;
import org.quantplatform.api.data.FindingQuery;
import org.quantplatform.api.data.Timeframe;
import org.quantplatform.core.data.CheckStore;
import org.quantplatform.core.data.ImportStore.Claim;
import org.quantplatform.core.data.UpdateStore;
import org.quantplatform.core.data.UpdateStore.Span;
import org.quantplatform.core.identity.Caller;
import org.quantplatform.core.identity.CallerService;
import org.quantplatform.core.jobs.JobQueue;
import org.quantplatform.core.plugins.PluginRegistry;
import org.quantplatform.json.QuantJson;
import org.quantplatform.model.FieldError;
import org.quantplatform.model.PriceBasis;
import org.quantplatform.model.QuantException;

/** Gives each caller the checks of the data, which belongs to all. */
@Component(service = CallerService.class, configurationPid = "org.quantplatform.market")
public final class ChecksService implements CallerService<DataChecks> {

    private static final int MOST_TICKERS = 20_000;
    private static final int MOST_SAMPLE = 1000;
    private static final int USUAL_SAMPLE = 100;
    private static final int MOST_TOLERANCE = 10;
    private static final double USUAL_CLOSE_TOLERANCE = 0.005;
    /** Providers count odd lots and late trades differently; lots instead of shares stand out. */
    private static final double USUAL_VOLUME_TOLERANCE = 0.5;

    private final CheckStore checks;
    private final UpdateStore updates;
    private final JobQueue queue;
    private final SourceNames names;

    @Activate
    public ChecksService(
            MarketSettings settings,
            @Reference CheckStore checks,
            @Reference UpdateStore updates,
            @Reference JobQueue queue,
            @Reference PluginRegistry plugins) {
        this(checks, updates, queue, new SourceNames(plugins, new SourceChains(settings)));
    }

    ChecksService(CheckStore checks, UpdateStore updates, JobQueue queue, SourceNames names) {
        this.checks = checks;
        this.updates = updates;
        this.queue = queue;
        this.names = names;
    }

    @Override
    public Class<DataChecks> type() {
        return DataChecks.class;
    }

    @Override
    public DataChecks forCaller(Caller caller) {
        return new CallerChecks(caller);
    }

    private final class CallerChecks implements DataChecks {

        private final Caller caller;

        CallerChecks(Caller caller) {
            this.caller = caller;
        }

        @Override
        public CheckReport submit(CheckRequest request, Optional<String> idempotencyKey) {
            check(request);
            CheckRequest whole = whole(request);
            queue.checkRoom();
            String asked = QuantJson.write(request);
            String id = checks.create(
                    caller, whole, QuantJson.write(whole), idempotencyKey.map(key -> new Claim(key, asked)));
            queue.wake();
            return get(id);
        }

        @Override
        public CheckReport get(String id) {
            return checks.get(id).orElseThrow(() -> QuantException.notFound("check", id));
        }

        @Override
        public Page<CheckReport> list(PageRequest page) {
            return checks.list(page);
        }

        @Override
        public Page<Finding> findings(String id, FindingQuery query, PageRequest page) {
            get(id);
            return checks.findings(id, query, page);
        }
    }

    private void check(CheckRequest request) {
        if (request.market() == null) {
            throw QuantException.invalid("market", "is needed");
        }
        if (request.startDate() != null
                && request.endDate() != null
                && request.endDate().isBefore(request.startDate())) {
            throw QuantException.invalid("end_date", "must not be before start_date");
        }
        List<String> tickers = request.tickers();
        if (tickers == null) {
            return;
        }
        if (tickers.isEmpty()
                || tickers.size() > MOST_TICKERS
                || tickers.stream().anyMatch(Objects::isNull)) {
            throw QuantException.invalid("tickers", "must be 1 to " + MOST_TICKERS + ", or left out for all");
        }
        TreeSet<String> unknown = new TreeSet<>(tickers);
        updates.spans(request.market(), Timeframe.DAY, tickers).stream()
                .map(Span::ticker)
                .forEach(unknown::remove);
        if (!unknown.isEmpty()) {
            throw QuantException.invalid("tickers", "'" + unknown.first() + "' is not stored");
        }
    }

    /** With everything filled in that was left out of its comparison, so that it asks for the same when it runs again. */
    private CheckRequest whole(CheckRequest request) {
        CompareWith given = request.compare();
        if (given == null) {
            return request;
        }
        List<FieldError> errors = new ArrayList<>();
        CompareWith whole = new CompareWith(
                names.of(given.sources(), request.market(), "compare.sources", errors),
                given.priceBasis() == null ? PriceBasis.RAW : given.priceBasis(),
                given.instruments() == null ? USUAL_SAMPLE : given.instruments(),
                given.closeTolerance() == null ? USUAL_CLOSE_TOLERANCE : given.closeTolerance(),
                given.volumeTolerance() == null ? USUAL_VOLUME_TOLERANCE : given.volumeTolerance());
        int sample = Objects.requireNonNull(whole.instruments());
        if (sample < 1 || sample > MOST_SAMPLE) {
            errors.add(new FieldError("compare.instruments", "must be 1 to " + MOST_SAMPLE));
        }
        tolerance("compare.close_tolerance", whole.closeTolerance(), errors);
        tolerance("compare.volume_tolerance", whole.volumeTolerance(), errors);
        if (!errors.isEmpty()) {
            throw QuantException.invalid(errors);
        }
        return new CheckRequest(request.market(), request.tickers(), request.startDate(), request.endDate(), whole);
    }

    private static void tolerance(String path, @Nullable Double value, List<FieldError> errors) {
        if (value == null || !(value >= 0) || value > MOST_TOLERANCE) {
            errors.add(new FieldError(path, "must be 0 to " + MOST_TOLERANCE + ", a fraction of the stored value"));
        }
    }
}
