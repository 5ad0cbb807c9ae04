package org.quantplatform.client.internal;

import java.util.Optional;
import org.quantplatform.api.Page;
import org.quantplatform.api.PageRequest;
import org.quantplatform.api.data.CheckReport;
import org.quantplatform.api.data.CheckRequest;
import org.quantplatform.api.data.DataChecks;
import org.quantplatform.api.data.Finding;
import org.quantplatform.api.data.FindingQuery;

/** {@code /data/check} and what goes with it. */
public final class RemoteChecks implements DataChecks {

    private final Http http;

    public RemoteChecks(Http http) {
        this.http = http;
    }

    @Override
    public CheckReport submit(CheckRequest request, Optional<String> idempotencyKey) {
        Call call = Call.create("/data/check", request, idempotencyKey.orElseGet(Call::newKey));
        return http.send(call).as(CheckReport.class);
    }

    @Override
    public CheckReport get(String id) {
        return http.send(Call.get("/data/checks/" + Query.segment(id))).as(CheckReport.class);
    }

    @Override
    public Page<CheckReport> list(PageRequest page) {
        return http.send(Call.get(Query.of("/data/checks").page(page).toString()))
                .page("checks", CheckReport.class);
    }

    @Override
    public Page<Finding> findings(String id, FindingQuery query, PageRequest page) {
        String path = Query.of("/data/checks/" + Query.segment(id) + "/findings")
                .page(page)
                .with("rule", query.rule())
                .with("ticker", query.ticker())
                .toString();
        return http.send(Call.get(path)).page("findings", Finding.class);
    }
}
