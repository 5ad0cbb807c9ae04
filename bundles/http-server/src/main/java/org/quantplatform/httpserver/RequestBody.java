package org.quantplatform.httpserver;

import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;

/** A request whose body is counted while it is read, and timed while it is waited for. */
final class RequestBody extends Request.Wrapper {

    private static final long GRACE_NANOS = 10_000_000_000L;

    private final long limit;
    private final long bytesPerSecond;
    private volatile long taken;
    private volatile long waitedNanos;
    private volatile long waitingSince;
    private Content.@Nullable Chunk refusal;

    RequestBody(Request request, Rules rules) {
        super(request);
        this.limit = rules.bodyLimit();
        this.bytesPerSecond = rules.bodyBytesPerSecond();
    }

    @Override
    public Content.Chunk read() {
        if (refusal != null) {
            return refusal;
        }
        Content.Chunk chunk = super.read();
        if (chunk == null || Content.Chunk.isFailure(chunk)) {
            return chunk;
        }
        rest();
        taken += chunk.remaining();
        if (taken > limit) {
            chunk.release();
            refusal = Content.Chunk.from(
                    new HttpException.RuntimeException(HttpStatus.PAYLOAD_TOO_LARGE_413, "the body is too large"));
            return refusal;
        }
        return chunk;
    }

    @Override
    public void demand(Runnable whenThere) {
        if (waitingSince == 0) {
            waitingSince = System.nanoTime() | 1;
        }
        super.demand(whenThere);
    }

    /** Whether it is waited for, and for longer than what has come so far allows. */
    boolean isTooSlow(long now) {
        long since = waitingSince;
        long granted = GRACE_NANOS + taken * 1_000_000_000L / bytesPerSecond;
        return since != 0 && waitedNanos + (now - since) > granted;
    }

    private void rest() {
        long since = waitingSince;
        if (since != 0) {
            waitedNanos += System.nanoTime() - since;
            waitingSince = 0;
        }
    }
}
