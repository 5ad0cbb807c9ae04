package org.quantplatform.shell;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.quantplatform.api.Page;
import org.quantplatform.api.PageRequest;
import org.quantplatform.api.data.DataStatus;
import org.quantplatform.api.data.Gap;
import org.quantplatform.api.data.GapQuery;
import org.quantplatform.api.data.UpdateChunk;
import org.quantplatform.api.data.UpdateMode;
import org.quantplatform.api.data.UpdateReport;
import org.quantplatform.api.data.UpdateRequest;
import org.quantplatform.api.data.Updates;
import org.quantplatform.api.jobs.JobStatus;
import org.quantplatform.model.Market;
import org.quantplatform.model.QuantException;

/** Completes every update at once. */
final class MemoryUpdates implements Updates {

    static final String ID = "up_20260131_001";
    private static final LocalDate DAY = LocalDate.of(2024, 6, 14);

    final List<UpdateRequest> requests = new ArrayList<>();
    final List<GapQuery> gapQueries = new ArrayList<>();

    @Override
    public UpdateReport submit(UpdateRequest request) {
        if (request.market() == null) {
            throw QuantException.invalid("market", "is needed");
        }
        requests.add(request);
        return get(ID);
    }

    @Override
    public UpdateReport get(String id) {
        if (requests.isEmpty() || !id.equals(ID)) {
            throw QuantException.notFound("update", id);
        }
        UpdateRequest request = requests.get(requests.size() - 1);
        return new UpdateReport(
                ID,
                JobStatus.COMPLETED,
                100,
                request.market(),
                request.mode() == null ? UpdateMode.UPDATE : request.mode(),
                List.of("one", "two"),
                2,
                1,
                1,
                0,
                10,
                9,
                4,
                3,
                1,
                0,
                1,
                5,
                2,
                0,
                "7",
                null,
                Instant.EPOCH,
                Instant.EPOCH);
    }

    @Override
    public Page<UpdateReport> list(PageRequest page) {
        return Page.cut(requests.isEmpty() ? List.of() : List.of(get(ID)), page);
    }

    @Override
    public Page<UpdateChunk> chunks(String id, PageRequest page) {
        get(id);
        return Page.cut(
                List.of(new UpdateChunk(
                        1,
                        "update",
                        "done",
                        List.of("A", "B"),
                        DAY,
                        DAY,
                        2,
                        1,
                        List.of(
                                new UpdateChunk.Delivery("one", 0, 0, 0, 0, 0, 0, 0, 0, null, "connection reset"),
                                new UpdateChunk.Delivery("two", 9, 4, 3, 1, 0, 1, 5, 0, "6", null)))),
                page);
    }

    @Override
    public List<DataStatus> status() {
        return List.of(new DataStatus(
                Market.US, 3, 9000, DAY.minusYears(5), DAY, DAY, 2, 1, DAY.minusDays(2), ID, List.of("one", "two")));
    }

    @Override
    public Page<Gap> gaps(GapQuery query, PageRequest page) {
        gapQueries.add(query);
        return Page.cut(List.of(new Gap("C", DAY.minusDays(1), DAY, 2, false)), page);
    }
}
