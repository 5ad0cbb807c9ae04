package org.quantplatform.client.internal;

import org.quantplatform.api.Page;
import org.quantplatform.api.PageRequest;
import org.quantplatform.api.sharing.ReceivedShare;
import org.quantplatform.api.sharing.Share;
import org.quantplatform.api.sharing.ShareRequest;
import org.quantplatform.api.sharing.Shares;

/** {@code /shares}, and how things get there. */
public final class RemoteShares implements Shares {

    private final Http http;

    public RemoteShares(Http http) {
        this.http = http;
    }

    @Override
    public Share shareBacktest(String backtestId, ShareRequest request) {
        return http.send(Call.post("/backtest/" + Query.segment(backtestId) + "/share", request))
                .as(Share.class);
    }

    @Override
    public Share shareStrategy(String strategyId, ShareRequest request) {
        return http.send(Call.post("/strategies/" + Query.segment(strategyId) + "/share", request))
                .as(Share.class);
    }

    @Override
    public Page<Share> list(PageRequest page) {
        return http.send(Call.get(Query.of("/shares").page(page).toString())).page("shares", Share.class);
    }

    @Override
    public void revoke(String shareId) {
        http.send(Call.delete("/shares/" + Query.segment(shareId)));
    }

    @Override
    public Page<ReceivedShare> received(PageRequest page) {
        return http.send(Call.get(Query.of("/shares/received").page(page).toString()))
                .page("received_shares", ReceivedShare.class);
    }
}
