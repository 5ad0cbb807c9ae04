package org.quantplatform.core.data;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.quantplatform.api.Page;
import org.quantplatform.api.PageRequest;
import org.quantplatform.api.data.Schedule;
import org.quantplatform.core.identity.Caller;

/** Updates that are repeated. */
public interface ScheduleStore {

    /**
     * When something is due.
     *
     * @param cron null when it goes by the close
     * @param afterCloseMinutes null when it goes by cron
     */
    record Timing(@Nullable String cron, String timeZone, @Nullable Integer afterCloseMinutes) {}

    /**
     * A schedule that is due and that nobody else runs for a while.
     *
     * @param at when it was due
     * @param owner null when the account may not be used any more
     * @param busy whether the update that it started before has not ended
     */
    record Due(String id, Instant at, @Nullable Caller owner, String requestJson, Timing timing, boolean busy) {}

    String add(Caller owner, String requestJson, Timing timing, Instant nextRun);

    Optional<Schedule> get(String id);

    Page<Schedule> list(PageRequest page);

    /** Whether there was one. */
    boolean remove(String id);

    /** Whether there was one. */
    boolean makeDue(String id, Instant now);

    /** The one that has been due longest; it is handed out again when {@link #done} is not called within a minute. */
    Optional<Due> claim(Instant now);

    /**
     * Books a run.
     *
     * @param update id of what it started, null with an error
     */
    void done(String id, Instant ranAt, Instant nextRun, @Nullable String update, @Nullable String error);
}
