package org.quantplatform.market.internal;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.quantplatform.api.Page;
import org.quantplatform.api.PageRequest;
import org.quantplatform.api.data.Schedule;
import org.quantplatform.api.data.UpdateRequest;
import org.quantplatform.core.data.ScheduleStore;
import org.quantplatform.core.identity.Caller;
import org.quantplatform.json.QuantJson;
import org.quantplatform.model.Role;

/** Schedules of one server. */
final class MemorySchedules implements ScheduleStore {

    final Map<String, Kept> kept = new TreeMap<>();

    @Nullable
    Caller owner = new Caller(1, "ann", Set.of(Role.ANALYST), "schedule", "");

    boolean busy;

    record Kept(
            String request,
            Timing timing,
            Instant nextRun,
            @Nullable Instant lastRun,
            @Nullable String update,
            @Nullable String error) {}

    @Override
    public String add(Caller caller, String requestJson, Timing timing, Instant nextRun) {
        String id = "sc_" + (kept.size() + 1);
        kept.put(id, new Kept(requestJson, timing, nextRun, null, null, null));
        return id;
    }

    @Override
    public Optional<Schedule> get(String id) {
        return Optional.ofNullable(kept.get(id))
                .map(k -> new Schedule(
                        id,
                        "ann",
                        QuantJson.read(k.request(), UpdateRequest.class),
                        String.valueOf(k.timing().cron()),
                        k.timing().timeZone(),
                        k.nextRun(),
                        k.lastRun(),
                        k.update(),
                        null,
                        k.error()));
    }

    @Override
    public Page<Schedule> list(PageRequest page) {
        List<Schedule> all =
                kept.keySet().stream().flatMap(id -> get(id).stream()).toList();
        return Page.cut(all, page);
    }

    @Override
    public boolean remove(String id) {
        return kept.remove(id) != null;
    }

    @Override
    public boolean makeDue(String id, Instant now) {
        Kept k = kept.get(id);
        if (k != null) {
            kept.put(id, new Kept(k.request(), k.timing(), now, k.lastRun(), k.update(), k.error()));
        }
        return k != null;
    }

    @Override
    public Optional<Due> claim(Instant now) {
        return kept.entrySet().stream()
                .filter(e -> !e.getValue().nextRun().isAfter(now))
                .findFirst()
                .map(e -> new Due(
                        e.getKey(),
                        e.getValue().nextRun(),
                        owner,
                        e.getValue().request(),
                        e.getValue().timing(),
                        busy));
    }

    @Override
    public void done(String id, Instant ranAt, Instant nextRun, @Nullable String update, @Nullable String error) {
        Kept k = kept.get(id);
        kept.put(id, new Kept(k.request(), k.timing(), nextRun, ranAt, update, error));
    }
}
