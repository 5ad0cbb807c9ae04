package org.quantplatform.core.sharing;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.quantplatform.api.Page;
import org.quantplatform.api.PageRequest;
import org.quantplatform.api.sharing.ReceivedShare;
import org.quantplatform.api.sharing.Share;

/** Shares, durable. */
public interface ShareStore {

    /** Stores the share; one with the same user for the same thing gets the new end. */
    Share add(NewShare share);

    /** Latest first. */
    Page<Share> list(long ownerId, PageRequest page);

    /** False when the owner has none of that id. */
    boolean remove(long ownerId, long shareId);

    /** What has not expired, of owners who are active, latest first. */
    Page<ReceivedShare> received(long userId, PageRequest page);

    /** Empty when there is none, it has expired, or its owner is not active. */
    Optional<Link> link(String tokenHash);

    /**
     * A share that is to be stored; either run or strategy, with either a user or a token's hash.
     *
     * @param expiresAt null for never, which a link cannot
     */
    record NewShare(
            long ownerId,
            @Nullable String backtestId,
            @Nullable String strategyId,
            @Nullable Long userId,
            @Nullable String tokenHash,
            @Nullable Instant expiresAt) {}

    /** Where a link leads. */
    record Link(long ownerId, String owner, String backtestId, Instant expiresAt) {}
}
