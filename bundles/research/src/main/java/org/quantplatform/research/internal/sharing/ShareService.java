package org.quantplatform.research.internal.sharing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.quantplatform.api.Page;
import org.quantplatform.api.PageRequest;
import org.quantplatform.api.backtests.Backtest;
import org.quantplatform.api.jobs.JobStatus;
import org.quantplatform.api.sharing.ReceivedShare;
import org.quantplatform.api.sharing.Share;
import org.quantplatform.api.sharing.ShareRequest;
import org.quantplatform.api.sharing.Shares;
import org.quantplatform.core.backtests.BacktestStore;
import org.quantplatform.core.identity.Caller;
import org.quantplatform.core.identity.CallerService;
import org.quantplatform.core.identity.User;
import org.quantplatform.core.identity.UserStore;
import org.quantplatform.core.sharing.ShareStore;
import org.quantplatform.core.sharing.ShareStore.NewShare;
import org.quantplatform.core.strategies.StrategyStore;
import org.quantplatform.model.ErrorCode;
import org.quantplatform.model.QuantException;
import org.quantplatform.research.internal.strategies.StoredStrategies;

/** Lets callers share what is theirs. */
@Component
public final class ShareService implements CallerService<Shares> {

    private static final int LONGEST_DAYS = 365;
    private static final int DAYS_OF_A_LINK = 7;

    private final ShareStore store;
    private final BacktestStore runs;
    private final StrategyStore strategies;
    private final UserStore users;
    private final Clock clock;

    @Activate
    public ShareService(
            @Reference ShareStore store,
            @Reference BacktestStore runs,
            @Reference StrategyStore strategies,
            @Reference UserStore users) {
        this(store, runs, strategies, users, Clock.systemUTC());
    }

    ShareService(ShareStore store, BacktestStore runs, StrategyStore strategies, UserStore users, Clock clock) {
        this.store = store;
        this.runs = runs;
        this.strategies = strategies;
        this.users = users;
        this.clock = clock;
    }

    @Override
    public Class<Shares> type() {
        return Shares.class;
    }

    @Override
    public Shares forCaller(Caller caller) {
        return new Own(caller);
    }

    private @Nullable Instant end(ShareRequest request, @Nullable Integer otherwise) {
        Integer days = request.expiresInDays() == null ? otherwise : request.expiresInDays();
        if (days == null) {
            return null;
        }
        if (days < 1 || days > LONGEST_DAYS) {
            throw QuantException.invalid("expires_in_days", "must be 1 to " + LONGEST_DAYS);
        }
        return clock.instant().plus(Duration.ofDays(days));
    }

    private final class Own implements Shares {

        private final Caller caller;

        Own(Caller caller) {
            this.caller = caller;
        }

        @Override
        public Share shareBacktest(String backtestId, ShareRequest request) {
            Backtest run = runs.get(caller.userId(), backtestId)
                    .orElseThrow(() -> QuantException.notFound("backtest", backtestId));
            if (request.username() != null) {
                long reader = reader(request.username());
                Instant end = end(request, null);
                return store.add(new NewShare(caller.userId(), run.backtestId(), null, reader, null, end));
            }
            if (run.status() != JobStatus.COMPLETED) {
                throw QuantException.of(ErrorCode.CONFLICT, "a link shows results, which the run does not have yet");
            }
            String token = LinkTokens.make();
            Instant end = end(request, DAYS_OF_A_LINK);
            NewShare link = new NewShare(caller.userId(), run.backtestId(), null, null, LinkTokens.hash(token), end);
            return withPath(store.add(link), token);
        }

        @Override
        public Share shareStrategy(String strategyId, ShareRequest request) {
            String id = StoredStrategies.idOf(strategyId);
            if (strategies.get(caller.userId(), id).isEmpty()) {
                throw QuantException.notFound("strategy", strategyId);
            }
            if (request.username() == null) {
                throw QuantException.invalid("username", "is required: links show results of runs only");
            }
            long reader = reader(request.username());
            return store.add(new NewShare(caller.userId(), null, id, reader, null, end(request, null)));
        }

        @Override
        public Page<Share> list(PageRequest page) {
            return store.list(caller.userId(), page);
        }

        @Override
        public void revoke(String shareId) {
            boolean known = shareId.matches("[0-9]{1,18}") && store.remove(caller.userId(), Long.parseLong(shareId));
            if (!known) {
                throw QuantException.notFound("share", shareId);
            }
        }

        @Override
        public Page<ReceivedShare> received(PageRequest page) {
            return store.received(caller.userId(), page);
        }

        private long reader(String username) {
            User user = users.find(username)
                    .filter(User::active)
                    .orElseThrow(() -> QuantException.invalid("username", "nobody of that name may log in"));
            if (user.id() == caller.userId()) {
                throw QuantException.invalid("username", "must be another user's");
            }
            return user.id();
        }

        private static Share withPath(Share share, String token) {
            return new Share(
                    share.shareId(),
                    share.kind(),
                    share.resourceId(),
                    share.username(),
                    share.expiresAt(),
                    share.createdAt(),
                    "/api/v1/shared/" + token);
        }
    }
}
