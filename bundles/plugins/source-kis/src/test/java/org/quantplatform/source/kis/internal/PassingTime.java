package org.quantplatform.source.kis.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.quantplatform.source.http.Pace;

/** A clock that only waiting moves. Safe for use by many threads. */
final class PassingTime extends Clock implements Pace {

    private Instant now;
    private Duration slept = Duration.ZERO;

    PassingTime(Instant start) {
        this.now = start;
    }

    synchronized void pass(Duration time) {
        now = now.plus(time);
    }

    synchronized Duration slept() {
        return slept;
    }

    @Override
    public synchronized Instant instant() {
        return now;
    }

    @Override
    public synchronized long nanos() {
        return Duration.between(Instant.EPOCH, now).toNanos();
    }

    @Override
    public synchronized void sleep(Duration time) {
        now = now.plus(time);
        slept = slept.plus(time);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.fixed(instant(), zone);
    }
}
