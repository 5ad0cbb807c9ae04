package org.quantplatform.api.sharing;

import org.osgi.annotation.versioning.ProviderType;
import org.quantplatform.api.Access;
import org.quantplatform.api.Page;
import org.quantplatform.api.PageRequest;
import org.quantplatform.api.Permission;

/** What the caller lets others read, and the other way round. A share ends with what it shows. */
@ProviderType
public interface Shares {

    /**
     * Lets a user read the run and its results, or makes a link to its results. A user with whom it is shared already keeps one
     * share, with the new end.
     *
     * @throws org.quantplatform.model.QuantException {@code NOT_FOUND} when it is not the caller's own, {@code CONFLICT}
     *     for a link to a run that is not completed
     */
    @Access(value = Permission.SHARE, audit = "backtest.share")
    Share shareBacktest(String backtestId, ShareRequest request);

    /** Lets a user read the strategy and use it in runs of his own. */
    @Access(value = Permission.SHARE, audit = "strategy.share")
    Share shareStrategy(String strategyId, ShareRequest request);

    /** Latest first. */
    @Access(Permission.SHARE)
    Page<Share> list(PageRequest page);

    /** Ends the caller's share at once. */
    @Access(value = Permission.SHARE, audit = "share.revoke")
    void revoke(String shareId);

    /** What others share with the caller, latest first. */
    @Access(Permission.BACKTEST_READ)
    Page<ReceivedShare> received(PageRequest page);
}
