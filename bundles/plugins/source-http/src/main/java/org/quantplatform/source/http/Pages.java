package org.quantplatform.source.http;

import java.util.HashSet;
import java.util.Set;

/** Watches over a walk from page to page: a provider that sends one in a circle must not keep a job for ever. */
public final class Pages {

    private static final int MOST = 20_000;

    private final String what;
    private final Set<String> seen = new HashSet<>();

    /** @param what for messages, such as "the list of tickers" */
    public Pages(String what) {
        this.what = what;
    }

    /** @throws UnreadableAnswer when this page was visited before */
    public void visit(String cursor) throws UnreadableAnswer {
        if (!seen.add(cursor)) {
            throw new UnreadableAnswer(what + ": the provider sent the same page twice");
        }
        if (seen.size() > MOST) {
            throw new UnreadableAnswer(what + ": more than " + MOST + " pages");
        }
    }
}
