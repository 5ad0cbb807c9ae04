package org.quantplatform.rest.internal.front;

import java.util.HashMap;
import java.util.Map;
import org.quantplatform.model.ErrorCode;
import org.quantplatform.model.QuantException;

/** Counts open event streams by address, so that none can take them all. */
public final class Streams {

    private final int perAddress;
    private final Map<String, Integer> open = new HashMap<>();

    public Streams(int perAddress) {
        this.perAddress = perAddress;
    }

    /** @throws QuantException {@code QUOTA_EXCEEDED} when the address has as many as it may */
    public synchronized void enter(String address) {
        int now = open.getOrDefault(address, 0);
        if (now >= perAddress) {
            throw QuantException.of(
                    ErrorCode.QUOTA_EXCEEDED, "at most " + perAddress + " event streams at the same time");
        }
        open.put(address, now + 1);
    }

    public synchronized void leave(String address) {
        open.computeIfPresent(address, (key, count) -> count > 1 ? count - 1 : null);
    }

    public synchronized int count() {
        return open.values().stream().mapToInt(Integer::intValue).sum();
    }
}
