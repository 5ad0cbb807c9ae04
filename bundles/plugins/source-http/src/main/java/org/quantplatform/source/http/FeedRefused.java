package org.quantplatform.source.http;

/** The provider ends a feed. */
public final class FeedRefused extends Exception {

    private static final long serialVersionUID = 1L;

    private final boolean forGood;

    /** @param forGood true when another attempt would be refused too */
    public FeedRefused(String message, boolean forGood) {
        super(message);
        this.forGood = forGood;
    }

    boolean forGood() {
        return forGood;
    }
}
