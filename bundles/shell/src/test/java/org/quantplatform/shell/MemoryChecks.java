package org.quantplatform.shell;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.quantplatform.api.Page;
import org.quantplatform.api.PageRequest;
import org.quantplatform.api.data.CheckReport;
import org.quantplatform.api.data.CheckRequest;
import org.quantplatform.api.data.DataChecks;
import org.quantplatform.api.data.Finding;
import org.quantplatform.api.data.FindingQuery;
import org.quantplatform.api.jobs.JobStatus;
import org.quantplatform.model.Market;
import org.quantplatform.model.QuantException;

/** Completes every check at once. */
final class MemoryChecks implements DataChecks {

    static final String ID = "ck_20260131_001";

    final List<CheckRequest> requests = new ArrayList<>();
    final List<FindingQuery> queries = new ArrayList<>();

    @Override
    public CheckReport submit(CheckRequest request) {
        if (request.market() == null) {
            throw QuantException.invalid("market", "is needed");
        }
        requests.add(request);
        return get(ID);
    }

    @Override
    public CheckReport get(String id) {
        if (!id.equals(ID)) {
            throw QuantException.notFound("check", id);
        }
        return new CheckReport(
                ID,
                JobStatus.COMPLETED,
                100,
                Market.US,
                null,
                null,
                2,
                500,
                Map.of("spike", 1L),
                "8",
                null,
                Instant.EPOCH,
                Instant.EPOCH);
    }

    @Override
    public Page<CheckReport> list(PageRequest page) {
        return Page.cut(List.of(get(ID)), page);
    }

    @Override
    public Page<Finding> findings(String id, FindingQuery query, PageRequest page) {
        get(id);
        queries.add(query);
        return Page.cut(
                List.of(new Finding("LNT", LocalDate.of(2016, 5, 19), "spike", "from 74 to 37 and back", true)), page);
    }
}
