package org.quantplatform.source.http;

import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Lets requests through as fast as a plan allows: the first ones at once, as many as the plan's burst, and each later one as
 * long after the one a burst before it as the plan gives for a burst. No stretch of that length ever holds more, wherever it
 * begins. Where several have plans, all of them are kept, and so the lowest.
 *
 * <p>When the provider complains nothing is asked for as long as it says, a second at least when it says nothing, and
 * requests then come one by one at half the plan's speed. Each further complaint halves it again, down to one a minute;
 * those about requests that were under way together count as one. Good answers in a row double the speed until it is the
 * plan's again: {@value #USUAL_CALM} times two after the first complaint, so that ten requests later all is as before, and
 * twice as many with each further one, {@value #MOST_CALM} at most, so that a provider which allows less than the plan is
 * tried ever more seldom. As many at full speed, and the next complaint counts as the first.
 */
public final class RateLimit {

    static final int USUAL_CALM = 5;
    static final int MOST_CALM = 80;

    private static final long MINUTE = Duration.ofMinutes(1).toNanos();
    private static final long SHORTEST_SPACE = Duration.ofMillis(50).toNanos();
    private static final long FIRST_QUIET = Duration.ofSeconds(1).toNanos();
    private static final long FORGOTTEN = Duration.ofMinutes(10).toNanos();
    private static final int REMEMBERED = 64;

    private final Pace pace;
    private final Map<Object, Plan> plans = new IdentityHashMap<>();

    /** Outlives who had it last, for requests that are still to be made. */
    private List<Plan> kept = List.of();

    /** When the latest requests were made, each at its number modulo the length. */
    private long[] made = new long[REMEMBERED];

    private long count;
    private long space;
    private long quietUntil;
    private int calm;
    private int enough = USUAL_CALM;

    /**
     * What a provider allows.
     *
     * @param burst requests within {@code stretch}
     * @param stretch nanoseconds
     */
    private record Plan(int burst, long stretch) {

        /** When all requests are spaced alike. */
        long space() {
            return stretch / burst;
        }
    }

    RateLimit(Pace pace) {
        this.pace = pace;
        this.quietUntil = pace.nanos();
    }

    /**
     * One that nobody else uses.
     *
     * @param perMinute requests that may be made in a minute, 0 for as many as come
     * @param burst how many may be made at once after a rest, at least 1
     */
    public RateLimit(double perMinute, int burst, Pace pace) {
        this(pace);
        allow(this, perMinute, burst);
    }

    /** In place of what this owner's plan was before. */
    synchronized void allow(Object owner, double perMinute, int burst) {
        int most = Math.max(1, burst);
        long stretch = perMinute > 0 ? (long) Math.ceil(MINUTE / perMinute * most) : 0;
        plans.put(owner, new Plan(most, stretch));
        kept = List.copyOf(plans.values());
        if (most > made.length) {
            remember(most);
        }
    }

    synchronized void withdraw(Object owner) {
        plans.remove(owner);
        kept = plans.isEmpty() ? kept : List.copyOf(plans.values());
    }

    /** True when nobody has a plan any more and what was made can no longer matter. */
    synchronized boolean isForgotten() {
        long now = pace.nanos();
        return plans.isEmpty() && now - quietUntil > FORGOTTEN && (count == 0 || now - before(1) > FORGOTTEN);
    }

    private void remember(int most) {
        long[] more = new long[most];
        int known = (int) Math.min(count, made.length);
        for (int i = 0; i < known; i++) {
            more[i] = before(known - i);
        }
        made = more;
        count = known;
    }

    private long before(int steps) {
        return made[(int) ((count - steps) % made.length)];
    }

    /** Returns when the next request may be made, which is then taken for made. */
    public void await(BooleanSupplier cancelled) throws FetchCancelled, InterruptedIOException {
        if (cancelled.getAsBoolean()) {
            throw new FetchCancelled();
        }
        for (long left = take(); left > 0; left = take()) {
            pace.wait(Duration.ofNanos(left), cancelled);
        }
    }

    /** Nothing is set aside for who waits: complaints count for them too, and whoever gives up has used nothing. */
    private synchronized long take() {
        long now = pace.nanos();
        long at = earliest(now);
        if (at > now) {
            return at - now;
        }
        made[(int) (count % made.length)] = now;
        count++;
        return 0;
    }

    private long earliest(long now) {
        long at = Math.max(now, quietUntil);
        for (Plan plan : kept) {
            if (count >= plan.burst()) {
                at = Math.max(at, before(plan.burst()) + plan.stretch());
            }
        }
        return count == 0 ? at : Math.max(at, before(1) + space);
    }

    /** @param after how long the provider wants quiet, null when it does not say */
    public synchronized void complained(@Nullable Duration after) {
        long now = pace.nanos();
        calm = 0;
        if (space == 0 || now >= quietUntil) {
            space = Math.min(MINUTE, Math.max(2 * Math.max(space, planned()), SHORTEST_SPACE));
            enough = Math.min(2 * enough, MOST_CALM);
        }
        long quiet = after == null ? Math.max(space, FIRST_QUIET) : after.toNanos();
        quietUntil = Math.max(quietUntil, now + quiet);
    }

    public synchronized void succeeded() {
        calm++;
        if (calm < enough) {
            return;
        }
        calm = 0;
        if (space == 0) {
            enough = USUAL_CALM;
            return;
        }
        long half = space / 2;
        space = half <= planned() || half < SHORTEST_SPACE ? 0 : half;
    }

    private long planned() {
        return kept.stream().mapToLong(Plan::space).max().orElse(0);
    }

    /** What lies between any two requests because of complaints; nothing at full speed. */
    synchronized Duration space() {
        return Duration.ofNanos(space);
    }
}
