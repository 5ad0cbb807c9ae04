package org.quantplatform.api;

import org.osgi.annotation.versioning.ProviderType;
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

/**
 * The platform as one authenticated caller sees it. Every face holds one of these; roles, quotas and audit records are
 * applied behind it. Safe for use by several threads.
 */
@ProviderType
public interface PlatformSession extends AutoCloseable {

    Identity identity();

    Strategies strategies();

    Backtests backtests();

    Searches searches();

    Factors factors();

    RunStatistics statistics();

    FactorAnalyses factorAnalyses();

    Expressions expressions();

    MarketData data();

    LivePrices prices();

    Updates updates();

    DataChecks checks();

    Plugins plugins();

    Jobs jobs();

    Audit audit();

    Account account();

    Users users();

    ApiKeys apiKeys();

    StoredSecrets secrets();

    Shares shares();

    @Override
    void close();
}
