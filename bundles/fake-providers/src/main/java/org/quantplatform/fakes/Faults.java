package org.quantplatform.fakes;

import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;

/** What is to go wrong with the requests to come. Safe for use by many threads. */
public final class Faults {

    /** A kind of trouble. */
    public enum Fault {
        /** Refused as one too many, in the provider's words. */
        RATE_LIMIT,
        /** HTTP 500 in the provider's words. */
        SERVER_ERROR,
        /** A web page with status 200 in place of data. */
        HTML,
        /** The body ends in the middle, with a length that fits. */
        TRUNCATED,
        /** The connection ends without an answer. */
        DROPPED,
        /** Rows without values among the good ones. */
        NULL_ROWS,
        /** A page comes twice, and the same cursor with it. */
        DUPLICATE_PAGES,
        /** The provider's clock is a day ahead. */
        CLOCK_SKEW,
        /** The key is no longer valid. */
        REVOKED_KEY,
        /** Numbers where text belongs, and the other way round. */
        WRONG_TYPES,
        /** Visitors are sent to a page that asks for their consent; no cookie is given before. */
        CONSENT
    }

    private final Map<Fault, Integer> period = new EnumMap<>(Fault.class);
    private final Map<Fault, Integer> due = new EnumMap<>(Fault.class);
    private final Map<Fault, Integer> seen = new EnumMap<>(Fault.class);

    /** Each {@code count}-th request from now on; 1 is all of them. */
    public synchronized void every(Fault fault, int count) {
        if (count < 1) {
            throw new IllegalArgumentException("count was " + count);
        }
        period.put(fault, count);
        seen.put(fault, 0);
    }

    /** The next {@code count} requests. */
    public synchronized void next(Fault fault, int count) {
        due.put(fault, count);
    }

    public synchronized void clear() {
        period.clear();
        due.clear();
        seen.clear();
    }

    /** Asked once per request and fault: true when this request is to suffer. */
    public synchronized boolean strikes(Fault fault) {
        int left = due.getOrDefault(fault, 0);
        if (left > 0) {
            due.put(fault, left - 1);
            return true;
        }
        Integer every = period.get(fault);
        return every != null && seen.merge(fault, 1, Integer::sum) % every == 0;
    }

    /** For people: what is set, by name. */
    public synchronized Map<String, String> describe() {
        Map<String, String> all = new TreeMap<>();
        period.forEach((fault, count) -> all.put(fault.name(), "every " + count));
        due.forEach((fault, count) -> all.merge(fault.name(), "next " + count, (one, two) -> one + ", " + two));
        return all;
    }
}
