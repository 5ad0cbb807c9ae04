package org.quantplatform.source.http;

import java.time.Duration;

/** Time that passes when somebody sleeps. */
final class FakePace implements Pace {

    private long now;

    @Override
    public long nanos() {
        return now;
    }

    @Override
    public void sleep(Duration time) {
        now += time.toNanos();
    }

    double seconds() {
        return now / 1e9;
    }
}
