package org.quantplatform.client.internal;

import java.util.List;
import java.util.Optional;
import org.quantplatform.api.Page;
import org.quantplatform.api.PageRequest;
import org.quantplatform.api.data.DataStatus;
import org.quantplatform.api.data.Gap;
import org.quantplatform.api.data.GapQuery;
import org.quantplatform.api.data.Schedule;
import org.quantplatform.api.data.ScheduleRequest;
import org.quantplatform.api.data.UpdateChunk;
import org.quantplatform.api.data.UpdateReport;
import org.quantplatform.api.data.UpdateRequest;
import org.quantplatform.api.data.Updates;

/** {@code /data/update} and what goes with it. */
public final class RemoteUpdates implements Updates {

    private final Http http;

    public RemoteUpdates(Http http) {
        this.http = http;
    }

    @Override
    public UpdateReport submit(UpdateRequest request, Optional<String> idempotencyKey) {
        Call call = Call.create("/data/update", request, idempotencyKey.orElseGet(Call::newKey));
        return http.send(call).as(UpdateReport.class);
    }

    @Override
    public UpdateReport get(String id) {
        return http.send(Call.get("/data/updates/" + Query.segment(id))).as(UpdateReport.class);
    }

    @Override
    public Page<UpdateReport> list(PageRequest page) {
        return http.send(Call.get(Query.of("/data/updates").page(page).toString()))
                .page("updates", UpdateReport.class);
    }

    @Override
    public Page<UpdateChunk> chunks(String id, PageRequest page) {
        String path = Query.of("/data/updates/" + Query.segment(id) + "/chunks")
                .page(page)
                .toString();
        return http.send(Call.get(path)).page("chunks", UpdateChunk.class);
    }

    @Override
    public List<DataStatus> status() {
        return http.send(Call.get("/data/status"))
                .page("markets", DataStatus.class)
                .items();
    }

    @Override
    public Schedule schedule(ScheduleRequest request) {
        return http.send(Call.post("/data/schedules", request)).as(Schedule.class);
    }

    @Override
    public Page<Schedule> schedules(PageRequest page) {
        return http.send(Call.get(Query.of("/data/schedules").page(page).toString()))
                .page("schedules", Schedule.class);
    }

    @Override
    public void unschedule(String id) {
        http.send(Call.delete("/data/schedules/" + Query.segment(id)));
    }

    @Override
    public Schedule runNow(String id) {
        return http.send(Call.action("/data/schedules/" + Query.segment(id) + "/run"))
                .as(Schedule.class);
    }

    @Override
    public Page<Gap> gaps(GapQuery query, PageRequest page) {
        String path = Query.of("/data/gaps")
                .page(page)
                .with("market", query.market().name())
                .with("timeframe", query.timeframe().code())
                .with("ticker", query.ticker())
                .with("start_date", query.startDate())
                .with("end_date", query.endDate())
                .toString();
        return http.send(Call.get(path)).page("gaps", Gap.class);
    }
}
