package org.quantplatform.rest.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.quantplatform.api.Page;
import org.quantplatform.api.PageRequest;
import org.quantplatform.api.sharing.ReceivedShare;
import org.quantplatform.api.sharing.Share;
import org.quantplatform.api.sharing.ShareRequest;
import org.quantplatform.api.sharing.Shares;
import org.quantplatform.model.QuantException;

/** Shares in a list; the strategy {@code value} of ann is shared with whoever asks. */
final class MemoryShares implements Shares {

    static final String TOKEN = "cd".repeat(32);

    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");

    final List<Share> all = new ArrayList<>();

    @Override
    public Share shareBacktest(String backtestId, ShareRequest request) {
        return add("backtest", backtestId, request);
    }

    @Override
    public Share shareStrategy(String strategyId, ShareRequest request) {
        return add("strategy", strategyId, request);
    }

    private Share add(String kind, String id, ShareRequest request) {
        if ("nobody".equals(request.username())) {
            throw QuantException.invalid("username", "nobody of that name may log in");
        }
        @Nullable
        Integer days = request.username() == null && request.expiresInDays() == null
                ? Integer.valueOf(7)
                : request.expiresInDays();
        Share share = new Share(
                String.valueOf(all.size() + 1),
                kind,
                id,
                request.username(),
                days == null ? null : NOW.plus(Duration.ofDays(days)),
                NOW,
                request.username() == null ? "/api/v1/shared/" + TOKEN : null);
        all.add(share);
        return share;
    }

    @Override
    public Page<Share> list(PageRequest page) {
        return Page.cut(all, page);
    }

    @Override
    public void revoke(String shareId) {
        if (!all.removeIf(share -> share.shareId().equals(shareId))) {
            throw QuantException.notFound("share", shareId);
        }
    }

    @Override
    public Page<ReceivedShare> received(PageRequest page) {
        return Page.cut(List.of(new ReceivedShare("strategy", "ann:value", "ann", null, NOW)), page);
    }
}
