package org.quantplatform.security.internal;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.quantplatform.api.audit.AuditVerification;
import org.quantplatform.api.backtests.Backtest;
import org.quantplatform.api.data.CheckReport;
import org.quantplatform.api.data.ImportReport;
import org.quantplatform.api.data.Schedule;
import org.quantplatform.api.data.UpdateReport;
import org.quantplatform.api.factors.FactorAnalysis;
import org.quantplatform.api.factors.ScoreSet;
import org.quantplatform.api.factors.StoredExpression;
import org.quantplatform.api.jobs.Job;
import org.quantplatform.api.plugins.PluginInfo;
import org.quantplatform.api.searches.Search;
import org.quantplatform.api.secrets.SecretInfo;
import org.quantplatform.api.sharing.Share;
import org.quantplatform.api.strategies.StoredStrategy;
import org.quantplatform.api.users.IssuedApiKey;
import org.quantplatform.api.users.IssuedPassword;
import org.quantplatform.api.users.UserAccount;

/** What an audit record names as its resource when the method's result tells it. */
final class Resources {

    /** Results that tell none: the method's first argument does, or there is none. */
    static final Set<Class<?>> TELL_NONE = Set.of(AuditVerification.class, Share.class, void.class);

    private static final Map<Class<?>, Function<Object, String>> IDS = new HashMap<>();

    static {
        tells(StoredStrategy.class, StoredStrategy::id);
        tells(Backtest.class, Backtest::backtestId);
        tells(Search.class, Search::searchId);
        tells(FactorAnalysis.class, FactorAnalysis::analysisId);
        tells(ScoreSet.class, ScoreSet::scoresId);
        tells(StoredExpression.class, StoredExpression::id);
        tells(ImportReport.class, ImportReport::importId);
        tells(Schedule.class, Schedule::scheduleId);
        tells(UpdateReport.class, UpdateReport::updateId);
        tells(CheckReport.class, CheckReport::checkId);
        tells(Job.class, Job::id);
        tells(PluginInfo.class, plugin -> plugin.kind().code() + "/" + plugin.id());
        tells(UserAccount.class, UserAccount::username);
        tells(IssuedPassword.class, issued -> issued.user().username());
        tells(IssuedApiKey.class, issued -> issued.key().id());
        tells(SecretInfo.class, SecretInfo::name);
    }

    private Resources() {}

    private static <T> void tells(Class<T> type, Function<T, String> id) {
        IDS.put(type, result -> id.apply(type.cast(result)));
    }

    static boolean areToldBy(Class<?> type) {
        return IDS.containsKey(type);
    }

    /** The id of what was made or changed, null when the result does not tell it. */
    static @Nullable String idOf(@Nullable Object result) {
        Function<Object, String> id = result == null ? null : IDS.get(result.getClass());
        return id == null ? null : id.apply(result);
    }
}
