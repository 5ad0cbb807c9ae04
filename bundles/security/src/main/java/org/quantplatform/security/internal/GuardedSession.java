package org.quantplatform.security.internal;

import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.quantplatform.api.Identity;
import org.quantplatform.api.PlatformSession;
import org.quantplatform.api.audit.Audit;
import org.quantplatform.api.backtests.Backtests;
import org.quantplatform.api.data.DataChecks;
import org.quantplatform.api.data.LivePrices;
import org.quantplatform.api.data.MarketData;
import org.quantplatform.api.data.Updates;
import org.quantplatform.api.factors.Expressions;
import org.quantplatform.api.factors.FactorAnalyses;
import org.quantplatform.api.factors.Factors;
import org.quantplatform.api.jobs.Jobs;
import org.quantplatform.api.plugins.Plugins;
import org.quantplatform.api.searches.Searches;
import org.quantplatform.api.secrets.StoredSecrets;
import org.quantplatform.api.sharing.Shares;
import org.quantplatform.api.statistics.RunStatistics;
import org.quantplatform.api.strategies.Strategies;
import org.quantplatform.api.users.Account;
import org.quantplatform.api.users.ApiKeys;
import org.quantplatform.api.users.Users;
import org.quantplatform.core.identity.AuditLog;
import org.quantplatform.core.identity.Caller;
import org.quantplatform.model.ErrorCode;
import org.quantplatform.model.QuantException;

/** Hands out the services as they stand when they are asked for, each behind its guard. */
final class GuardedSession implements PlatformSession {

    private static final long SURE_FOR_NANOS = TimeUnit.SECONDS.toNanos(5);

    private final Supplier<Caller> again;
    private final CallerServices services;
    private final AuditLog log;
    private volatile Admission admission;
    private volatile boolean closed;

    /** Who was let in, and when. */
    private record Admission(Caller caller, long nanos) {}

    /** @param again asks anew who the caller is, since sessions live long and logins end */
    GuardedSession(Caller caller, Supplier<Caller> again, CallerServices services, AuditLog log) {
        this.admission = new Admission(caller, System.nanoTime());
        this.again = again;
        this.services = services;
        this.log = log;
    }

    @Override
    public Identity identity() {
        Caller caller = admission.caller();
        return new Identity(caller.username(), caller.roles(), caller.mode());
    }

    @Override
    public Strategies strategies() {
        return guarded(Strategies.class);
    }

    @Override
    public Backtests backtests() {
        return guarded(Backtests.class);
    }

    @Override
    public Factors factors() {
        return guarded(Factors.class);
    }

    @Override
    public RunStatistics statistics() {
        return guarded(RunStatistics.class);
    }

    @Override
    public FactorAnalyses factorAnalyses() {
        return guarded(FactorAnalyses.class);
    }

    @Override
    public Expressions expressions() {
        return guarded(Expressions.class);
    }

    @Override
    public Searches searches() {
        return guarded(Searches.class);
    }

    @Override
    public DataChecks checks() {
        return guarded(DataChecks.class);
    }

    @Override
    public LivePrices prices() {
        return guarded(LivePrices.class);
    }

    @Override
    public Updates updates() {
        return guarded(Updates.class);
    }

    @Override
    public MarketData data() {
        return guarded(MarketData.class);
    }

    @Override
    public Plugins plugins() {
        return guarded(Plugins.class);
    }

    @Override
    public Jobs jobs() {
        return guarded(Jobs.class);
    }

    @Override
    public Audit audit() {
        return guarded(Audit.class);
    }

    @Override
    public Account account() {
        return guarded(Account.class);
    }

    @Override
    public Users users() {
        return guarded(Users.class);
    }

    @Override
    public StoredSecrets secrets() {
        return guarded(StoredSecrets.class);
    }

    @Override
    public Shares shares() {
        return guarded(Shares.class);
    }

    @Override
    public ApiKeys apiKeys() {
        return guarded(ApiKeys.class);
    }

    @Override
    public void close() {
        closed = true;
    }

    private <T> T guarded(Class<T> type) {
        if (closed) {
            throw QuantException.of(ErrorCode.UNAUTHENTICATED, "the session is closed");
        }
        Caller caller = caller();
        T service = services.find(type)
                .orElseThrow(() -> QuantException.of(
                        ErrorCode.UNAVAILABLE, type.getSimpleName() + " is not there yet, try again soon"))
                .forCaller(caller);
        return Guard.before(type, service, caller, log);
    }

    private Caller caller() {
        Admission last = admission;
        if (System.nanoTime() - last.nanos() < SURE_FOR_NANOS) {
            return last.caller();
        }
        Caller caller = again.get();
        if (caller.userId() != last.caller().userId()) {
            throw QuantException.of(ErrorCode.UNAUTHENTICATED, "the session is another user's now");
        }
        admission = new Admission(caller, System.nanoTime());
        return caller;
    }
}
