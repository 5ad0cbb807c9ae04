package org.quantplatform.market.internal;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.quantplatform.api.data.Schedule;
import org.quantplatform.api.data.ScheduleRequest;
import org.quantplatform.api.data.UpdateRequest;
import org.quantplatform.core.data.ScheduleStore;
import org.quantplatform.core.data.ScheduleStore.Due;
import org.quantplatform.core.data.ScheduleStore.Timing;
import org.quantplatform.core.identity.Caller;
import org.quantplatform.json.QuantJson;
import org.quantplatform.model.QuantException;
import org.quantplatform.model.Role;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes schedules, and runs those that are due: once, however many times were missed. */
final class ScheduleDesk {

    private static final Logger LOG = LoggerFactory.getLogger(ScheduleDesk.class);

    /** When it is asked again whether there is a next time. */
    private static final int UNTIL_ASKED_AGAIN = 86_400;

    private static final Set<Role> MAY_UPDATE = Set.of(Role.ANALYST, Role.ADMIN);

    private final ScheduleStore store;
    private final UpdateDesk updates;
    private final Timetable timetable;
    private final Clock clock;

    ScheduleDesk(ScheduleStore store, UpdateDesk updates, Timetable timetable, Clock clock) {
        this.store = store;
        this.updates = updates;
        this.timetable = timetable;
        this.clock = clock;
    }

    ScheduleStore store() {
        return store;
    }

    Schedule add(Caller caller, ScheduleRequest request) {
        UpdateRequest update = request.update();
        if (update == null) {
            throw QuantException.invalid("update", "is needed");
        }
        updates.checked(update);
        Timing timing = Timetable.timing(request);
        Instant next = timetable
                .next(timing, update, clock.instant())
                .orElseThrow(() -> QuantException.invalid("cron", "never comes"));
        return get(store.add(caller, QuantJson.write(update), timing, next));
    }

    Schedule runNow(String id) {
        if (!store.makeDue(id, clock.instant())) {
            throw QuantException.notFound("schedule", id);
        }
        return get(id);
    }

    void remove(String id) {
        if (!store.remove(id)) {
            throw QuantException.notFound("schedule", id);
        }
    }

    private Schedule get(String id) {
        return store.get(id).orElseThrow(() -> QuantException.notFound("schedule", id));
    }

    /** Starts what is due and returns how much that was. */
    int runDue() {
        int count = 0;
        for (Due due = next(); due != null; due = next()) {
            run(due);
            count++;
        }
        return count;
    }

    private @Nullable Due next() {
        return store.claim(clock.instant()).orElse(null);
    }

    private void run(Due due) {
        Instant now = clock.instant();
        UpdateRequest request = QuantJson.read(due.requestJson(), UpdateRequest.class);
        Instant next = timetable.next(due.timing(), request, now).orElse(now.plusSeconds(UNTIL_ASKED_AGAIN));
        String problem = problem(due);
        if (problem != null) {
            store.done(due.id(), now, next, null, problem);
            return;
        }
        try {
            // a server that was lost before it could book the run started nothing that another starts again
            String key = due.id() + "-" + due.at().toEpochMilli();
            String update =
                    updates.submit(due.owner(), request, Optional.of(key)).updateId();
            store.done(due.id(), now, next, update, null);
        } catch (QuantException e) {
            LOG.warn("Schedule {} started no update: {}", due.id(), e.getMessage());
            store.done(due.id(), now, next, null, e.getMessage());
        }
    }

    private static @Nullable String problem(Due due) {
        Caller owner = due.owner();
        if (owner == null || owner.roles().stream().noneMatch(MAY_UPDATE::contains)) {
            return "its owner may not update data any more";
        }
        return due.busy() ? "the update before it has not ended" : null;
    }
}
