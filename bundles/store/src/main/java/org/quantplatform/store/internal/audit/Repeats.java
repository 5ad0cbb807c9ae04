package org.quantplatform.store.internal.audit;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Keeps those who are refused again and again from filling the log: the first refusal is recorded at once, those that
 * follow within a minute are counted and recorded as one. So are secrets that a bundle asks for in a loop.
 */
final class Repeats {

    private static final Duration WINDOW = Duration.ofMinutes(1);
    private static final Set<String> COUNTED_ACTIONS = Set.of("secret.use", "share.open");

    private final int most;
    private final Map<Key, Window> windows = new LinkedHashMap<>();

    /** @param most keys that are told apart in a minute; what is above that is counted without its address */
    Repeats(int most) {
        this.most = most;
    }

    private record Key(
            String username, String action, @Nullable String resource, String status, @Nullable String address) {}

    /** What happened since {@code start}, without the first time. */
    private static final class Window {

        private final Instant start;
        private Deed latest;
        private long more;

        Window(Deed first) {
            this.start = first.timestamp();
            this.latest = first;
        }

        boolean over(Instant now) {
            return !start.plus(WINDOW).isAfter(now) || now.isBefore(start);
        }
    }

    static boolean covers(Deed deed) {
        return deed.status().equals("denied") || COUNTED_ACTIONS.contains(deed.action());
    }

    /** Whether it is the first of its kind for a minute, and so to be recorded now. */
    synchronized boolean first(Deed deed) {
        Key key = new Key(deed.username(), deed.action(), deed.resource(), deed.status(), deed.address());
        Deed counted = deed;
        if (!windows.containsKey(key) && windows.size() >= most) {
            key = new Key("", deed.action(), null, deed.status(), null);
            counted = new Deed(deed.timestamp(), 0, "", deed.action(), null, deed.status(), "several", 1);
        }
        Window window = windows.get(key);
        if (window == null) {
            windows.put(key, new Window(counted));
            return true;
        }
        window.latest = counted;
        window.more++;
        return false;
    }

    /** Takes out what is to be recorded now, since its minute is over. */
    synchronized List<Deed> due(Instant now) {
        List<Deed> due = new ArrayList<>();
        for (Iterator<Window> all = windows.values().iterator(); all.hasNext(); ) {
            Window window = all.next();
            if (window.over(now)) {
                all.remove();
                if (window.more > 0) {
                    due.add(window.latest.repeated(window.latest.timestamp(), window.more));
                }
            }
        }
        return due;
    }

    /** Takes out everything. */
    synchronized List<Deed> rest() {
        return due(Instant.MAX);
    }
}
