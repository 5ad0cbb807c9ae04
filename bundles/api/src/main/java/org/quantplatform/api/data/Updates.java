package org.quantplatform.api.data;

import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;
import org.quantplatform.api.Access;
import org.quantplatform.api.Page;
import org.quantplatform.api.PageRequest;
import org.quantplatform.api.Permission;

/** Keeps stored market data up to date, and tells what is missing. */
@ProviderType
public interface Updates {

    /**
     * Stores a queued update and returns. What is delivered is stored chunk by chunk; one that was cut off goes on with what
     * is missing, and one that failed leaves what it stored.
     *
     * @param idempotencyKey a repeated key with the same request answers with the first update
     */
    @Access(value = Permission.DATA_WRITE, audit = "data.update")
    UpdateReport submit(UpdateRequest request, Optional<String> idempotencyKey);

    /** As {@link #submit(UpdateRequest, Optional)}, a new update each time. */
    @Access(value = Permission.DATA_WRITE, audit = "data.update")
    default UpdateReport submit(UpdateRequest request) {
        return submit(request, Optional.empty());
    }

    @Access(Permission.DATA_READ)
    UpdateReport get(String id);

    /** Latest first. */
    @Access(Permission.DATA_READ)
    Page<UpdateReport> list(PageRequest page);

    /** In order of their numbers; refuses {@code NOT_FOUND} when there is no such update. */
    @Access(Permission.DATA_READ)
    Page<UpdateChunk> chunks(String id, PageRequest page);

    /** Markets with instruments. */
    @Access(Permission.DATA_READ)
    List<DataStatus> status();

    /** In order of ticker and day. */
    @Access(Permission.DATA_READ)
    Page<Gap> gaps(GapQuery query, PageRequest page);

    /** Repeats an update in the caller's name; refuses what {@link #submit} would refuse. */
    @Access(value = Permission.DATA_WRITE, audit = "data.schedule")
    Schedule schedule(ScheduleRequest request);

    /** In order of the next run. */
    @Access(Permission.DATA_READ)
    Page<Schedule> schedules(PageRequest page);

    /** What it started goes on. Refuses {@code NOT_FOUND} when there is no such schedule. */
    @Access(value = Permission.DATA_WRITE, audit = "data.unschedule")
    void unschedule(String id);

    /** Makes it due, in its owner's name; returns at once. Refuses {@code NOT_FOUND} when there is no such schedule. */
    @Access(value = Permission.DATA_WRITE, audit = "data.run-schedule")
    Schedule runNow(String id);
}
