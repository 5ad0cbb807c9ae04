package org.quantplatform.source.http;

import java.time.Duration;
import java.util.List;

/** What is said over one connection of a feed. A new one is made for each connection; called by one thread at a time. */
public interface Dialogue {

    /**
     * Gets what is needed before the connection is made, such as a key. May take long; interrupted when the feed is closed.
     *
     * @throws FeedRefused when it cannot be had
     */
    default void prepare() throws FeedRefused {}

    /** Said when the connection is there. */
    List<String> hello();

    /**
     * Takes a message.
     *
     * @return what is said in answer
     * @throws UnreadableAnswer when the message is not what it should be: it is left out
     * @throws TickerRefused when the provider will not go on with one of the tickers, which counts as asked for no more
     * @throws FeedRefused when the provider will not go on
     */
    List<String> answer(String message) throws UnreadableAnswer, TickerRefused, FeedRefused;

    /** Said when other tickers are wanted from now on; only feeds that were opened with tickers ask for it. */
    default List<String> change(List<String> tickers) {
        throw new UnsupportedOperationException();
    }

    /** Said again and again, so that the provider knows that somebody is there; nothing when it needs no such thing. */
    default List<String> heartbeat() {
        return List.of();
    }

    /** The time between two of these. */
    default Duration heartbeatEvery() {
        return Duration.ofSeconds(15);
    }

    /** The time between two pings of the protocol; zero for none, when the provider does not answer them. */
    default Duration pingEvery() {
        return Duration.ofSeconds(10);
    }

    /** When neither a message nor the answer to a ping came for as long, the connection counts as lost. */
    default Duration longestSilence() {
        return Duration.ofSeconds(20);
    }
}
