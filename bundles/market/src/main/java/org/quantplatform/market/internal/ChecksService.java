package org.quantplatform.market.internal;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.quantplatform.api.Page;
import org.quantplatform.api.PageRequest;
import org.quantplatform.api.data.CheckReport;
import org.quantplatform.api.data.CheckRequest;
import org.quantplatform.api.data.DataChecks;
import org.quantplatform.api.data.Finding;
import org.quantplatform.api.data.FindingQuery;
import org.quantplatform.core.data.CheckStore;
import org.quantplatform.core.data.ImportStore.Claim;
import org.quantplatform.core.data.UpdateStore;
import org.quantplatform.core.data.UpdateStore.Span;
import org.quantplatform.core.identity.Caller;
import org.quantplatform.core.identity.CallerService;
import org.quantplatform.core.jobs.JobQueue;
import org.quantplatform.json.QuantJson;
import org.quantplatform.model.QuantException;

/** Gives each caller the checks of the data, which belongs to all. */
@Component(service = CallerService.class)
public final class ChecksService implements CallerService<DataChecks> {

    private static final int MOST_TICKERS = 20_000;

    private final CheckStore checks;
    private final UpdateStore updates;
    private final JobQueue queue;

    @Activate
    public ChecksService(@Reference CheckStore checks, @Reference UpdateStore updates, @Reference JobQueue queue) {
        this.checks = checks;
        this.updates = updates;
        this.queue = queue;
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
            queue.checkRoom();
            String json = QuantJson.write(request);
            String id = checks.create(caller, request, json, idempotencyKey.map(key -> new Claim(key, json)));
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
        updates.spans(request.market(), tickers).stream().map(Span::ticker).forEach(unknown::remove);
        if (!unknown.isEmpty()) {
            throw QuantException.invalid("tickers", "'" + unknown.first() + "' is not stored");
        }
    }
}
