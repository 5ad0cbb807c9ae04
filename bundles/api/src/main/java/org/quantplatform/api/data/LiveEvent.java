package org.quantplatform.api.data;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to live prices that are watched.
 *
 * @param seq increases; a watcher that was cut off asks for what came after the last one it saw
 * @param tick of type {@code TICK}, null of the others
 * @param ticker of type {@code REFUSED}, null of the others
 * @param detail why, of the types {@code INTERRUPTED}, {@code DOWN} and {@code REFUSED}; empty otherwise
 * @param retrySeconds after which a source that is down is asked again; 0 otherwise, and when it never is
 */
public record LiveEvent(
        long seq, Type type, @Nullable LiveTick tick, @Nullable String ticker, String detail, long retrySeconds) {

    /** What it is. */
    public enum Type {
        TICK,
        /** The source lost its provider and takes the stream up again by itself; ticks of the meantime are lost. */
        INTERRUPTED,
        /** Ticks come again. */
        RESUMED,
        /** The source has ended, refuses or is not there; it is asked again after a while. */
        DOWN,
        /** The source does not stream one of the tickers; it is asked for it again when somebody begins to watch it. */
        REFUSED
    }

    public LiveEvent {
        Objects.requireNonNull(type, "type");
        if ((type == Type.TICK) != (tick != null)) {
            throw new IllegalArgumentException("only a tick carries a tick");
        }
        if ((type == Type.REFUSED) != (ticker != null)) {
            throw new IllegalArgumentException("only a refusal names a ticker");
        }
    }

    public static LiveEvent of(long seq, LiveTick tick) {
        return new LiveEvent(seq, Type.TICK, tick, null, "", 0);
    }

    public static LiveEvent state(long seq, Type type, String detail, long retrySeconds) {
        return new LiveEvent(seq, type, null, null, detail, retrySeconds);
    }

    public static LiveEvent refused(long seq, String ticker, String detail) {
        return new LiveEvent(seq, Type.REFUSED, null, ticker, detail, 0);
    }
}
