package org.quantplatform.client;

import java.util.Set;
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
import org.quantplatform.client.internal.Http;
import org.quantplatform.client.internal.RemoteAccount;
import org.quantplatform.client.internal.RemoteApiKeys;
import org.quantplatform.client.internal.RemoteAudit;
import org.quantplatform.client.internal.RemoteBacktests;
import org.quantplatform.client.internal.RemoteChecks;
import org.quantplatform.client.internal.RemoteExpressions;
import org.quantplatform.client.internal.RemoteFactorAnalyses;
import org.quantplatform.client.internal.RemoteFactors;
import org.quantplatform.client.internal.RemoteJobs;
import org.quantplatform.client.internal.RemoteLivePrices;
import org.quantplatform.client.internal.RemoteMarketData;
import org.quantplatform.client.internal.RemotePlugins;
import org.quantplatform.client.internal.RemoteSearches;
import org.quantplatform.client.internal.RemoteSecrets;
import org.quantplatform.client.internal.RemoteShares;
import org.quantplatform.client.internal.RemoteStatistics;
import org.quantplatform.client.internal.RemoteStrategies;
import org.quantplatform.client.internal.RemoteUpdates;
import org.quantplatform.client.internal.RemoteUsers;

/** The services as routes of the HTTP contract. */
final class RemoteSession implements PlatformSession {

    private final Identity identity;
    private final Strategies strategies;
    private final Backtests backtests;
    private final Searches searches;
    private final Factors factors;
    private final RunStatistics statistics;
    private final FactorAnalyses factorAnalyses;
    private final Expressions expressions;
    private final MarketData data;
    private final LivePrices prices;
    private final Updates updates;
    private final DataChecks checks;
    private final Plugins plugins;
    private final Jobs jobs;
    private final Audit audit;
    private final Account account;
    private final Users users;
    private final ApiKeys apiKeys;
    private final StoredSecrets secrets;
    private final Shares shares;

    RemoteSession(Http http, ClientSettings settings) {
        // the server alone knows the roles
        this.identity = new Identity("local", Set.of(), settings.token().isPresent() ? "token" : "local");
        this.strategies = new RemoteStrategies(http);
        this.backtests = new RemoteBacktests(http);
        this.searches = new RemoteSearches(http);
        this.factors = new RemoteFactors(http);
        this.statistics = new RemoteStatistics(http);
        this.factorAnalyses = new RemoteFactorAnalyses(http);
        this.expressions = new RemoteExpressions(http);
        this.data = new RemoteMarketData(http);
        this.prices = new RemoteLivePrices(http);
        this.updates = new RemoteUpdates(http);
        this.checks = new RemoteChecks(http);
        this.plugins = new RemotePlugins(http);
        this.jobs = new RemoteJobs(http);
        this.audit = new RemoteAudit(http);
        this.account = new RemoteAccount(http);
        this.users = new RemoteUsers(http);
        this.apiKeys = new RemoteApiKeys(http);
        this.secrets = new RemoteSecrets(http);
        this.shares = new RemoteShares(http);
    }

    @Override
    public Identity identity() {
        return identity;
    }

    @Override
    public Strategies strategies() {
        return strategies;
    }

    @Override
    public Backtests backtests() {
        return backtests;
    }

    @Override
    public Factors factors() {
        return factors;
    }

    @Override
    public RunStatistics statistics() {
        return statistics;
    }

    @Override
    public FactorAnalyses factorAnalyses() {
        return factorAnalyses;
    }

    @Override
    public Expressions expressions() {
        return expressions;
    }

    @Override
    public Searches searches() {
        return searches;
    }

    @Override
    public DataChecks checks() {
        return checks;
    }

    @Override
    public LivePrices prices() {
        return prices;
    }

    @Override
    public Updates updates() {
        return updates;
    }

    @Override
    public MarketData data() {
        return data;
    }

    @Override
    public Plugins plugins() {
        return plugins;
    }

    @Override
    public Jobs jobs() {
        return jobs;
    }

    @Override
    public Audit audit() {
        return audit;
    }

    @Override
    public Account account() {
        return account;
    }

    @Override
    public Users users() {
        return users;
    }

    @Override
    public StoredSecrets secrets() {
        return secrets;
    }

    @Override
    public Shares shares() {
        return shares;
    }

    @Override
    public ApiKeys apiKeys() {
        return apiKeys;
    }

    @Override
    public void close() {}
}
