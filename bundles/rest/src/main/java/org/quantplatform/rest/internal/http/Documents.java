package org.quantplatform.rest.internal.http;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.quantplatform.api.Page;
import org.quantplatform.api.audit.AuditRecord;
import org.quantplatform.api.backtests.Backtest;
import org.quantplatform.api.data.CheckReport;
import org.quantplatform.api.data.DataChange;
import org.quantplatform.api.data.DataStatus;
import org.quantplatform.api.data.Finding;
import org.quantplatform.api.data.FundamentalFact;
import org.quantplatform.api.data.Gap;
import org.quantplatform.api.data.ImportReport;
import org.quantplatform.api.data.IndexInfo;
import org.quantplatform.api.data.LiveStream;
import org.quantplatform.api.data.MarketInfo;
import org.quantplatform.api.data.Schedule;
import org.quantplatform.api.data.SnapshotInfo;
import org.quantplatform.api.data.UpdateChunk;
import org.quantplatform.api.data.UpdateReport;
import org.quantplatform.api.factors.ExpressionOperator;
import org.quantplatform.api.factors.FactorAnalysis;
import org.quantplatform.api.factors.FactorInfo;
import org.quantplatform.api.factors.ScoreSet;
import org.quantplatform.api.factors.StoredExpression;
import org.quantplatform.api.jobs.Job;
import org.quantplatform.api.plugins.PluginInfo;
import org.quantplatform.api.searches.Search;
import org.quantplatform.api.searches.Trial;
import org.quantplatform.api.secrets.SecretInfo;
import org.quantplatform.api.sharing.ReceivedShare;
import org.quantplatform.api.sharing.Share;
import org.quantplatform.api.statistics.Contribution;
import org.quantplatform.api.statistics.Drawdown;
import org.quantplatform.api.statistics.RoundTrip;
import org.quantplatform.api.statistics.SpanReturn;
import org.quantplatform.api.statistics.StatisticInfo;
import org.quantplatform.api.strategies.StoredStrategy;
import org.quantplatform.api.users.ApiKey;
import org.quantplatform.api.users.UserAccount;
import org.quantplatform.json.PageJson;
import org.quantplatform.json.QuantJson;
import org.quantplatform.model.Holding;
import org.quantplatform.model.Instrument;
import org.quantplatform.model.Trade;

/** What the records of the api look like as documents. */
public final class Documents {

    private static final Map<Class<?>, String> PLURALS = Map.ofEntries(
            Map.entry(StoredStrategy.class, "strategies"),
            Map.entry(Backtest.class, "backtests"),
            Map.entry(Search.class, "searches"),
            Map.entry(Trial.class, "trials"),
            Map.entry(Trade.class, "trades"),
            Map.entry(Holding.class, "holdings"),
            Map.entry(FactorInfo.class, "factors"),
            Map.entry(FactorAnalysis.class, "analyses"),
            Map.entry(ScoreSet.class, "score_sets"),
            Map.entry(StatisticInfo.class, "statistics"),
            Map.entry(Drawdown.class, "drawdowns"),
            Map.entry(SpanReturn.class, "returns"),
            Map.entry(RoundTrip.class, "round_trips"),
            Map.entry(Contribution.class, "contributions"),
            Map.entry(StoredExpression.class, "expressions"),
            Map.entry(ExpressionOperator.class, "operators"),
            Map.entry(Instrument.class, "instruments"),
            Map.entry(MarketInfo.class, "markets"),
            Map.entry(SnapshotInfo.class, "snapshots"),
            Map.entry(IndexInfo.class, "indexes"),
            Map.entry(ImportReport.class, "imports"),
            Map.entry(FundamentalFact.class, "fundamentals"),
            Map.entry(DataChange.class, "changes"),
            Map.entry(UpdateReport.class, "updates"),
            Map.entry(CheckReport.class, "checks"),
            Map.entry(Finding.class, "findings"),
            Map.entry(UpdateChunk.class, "chunks"),
            Map.entry(DataStatus.class, "markets"),
            Map.entry(Gap.class, "gaps"),
            Map.entry(Schedule.class, "schedules"),
            Map.entry(LiveStream.class, "streams"),
            Map.entry(PluginInfo.class, "plugins"),
            Map.entry(Job.class, "jobs"),
            Map.entry(AuditRecord.class, "records"),
            Map.entry(SecretInfo.class, "secrets"),
            Map.entry(Share.class, "shares"),
            Map.entry(ReceivedShare.class, "received_shares"),
            Map.entry(ApiKey.class, "keys"),
            Map.entry(UserAccount.class, "users"));

    private Documents() {}

    /** Name of the list in a page of {@code rows}. */
    public static String plural(Class<?> rows) {
        String plural = PLURALS.get(rows);
        if (plural == null) {
            throw new IllegalStateException("no plural for " + rows.getName());
        }
        return plural;
    }

    static void write(Object entity, Type type, @Nullable String fields, OutputStream out) throws IOException {
        FieldSelection selection = fields == null ? null : FieldSelection.parse(fields);
        if (!(entity instanceof Page<?> page)) {
            write(entity, selection, out);
            return;
        }
        String plural = plural(rows(type));
        write(PageJson.write(page, plural), selection == null ? null : selection.ofRows(plural), out);
    }

    /** When the thing last changed, where that is known. */
    static Optional<Instant> lastModified(Object entity) {
        if (entity instanceof StoredStrategy strategy) {
            return Optional.of(strategy.updatedAt());
        }
        if (entity instanceof Backtest backtest && backtest.status().ended()) {
            return Optional.ofNullable(backtest.finishedAt());
        }
        if (entity instanceof FactorAnalysis analysis && analysis.status().ended()) {
            return Optional.ofNullable(analysis.finishedAt());
        }
        if (entity instanceof Search search && search.status().ended()) {
            return Optional.ofNullable(search.finishedAt());
        }
        if (entity instanceof ImportReport report && report.status().ended()) {
            return Optional.ofNullable(report.finishedAt());
        }
        if (entity instanceof Job job && job.status().ended()) {
            return Optional.ofNullable(job.finishedAt());
        }
        return Optional.empty();
    }

    /** A strong tag, quotes included; that of a strategy begins with its version. */
    static String tag(Object entity, byte[] document) {
        String digest = digest(document);
        return entity instanceof StoredStrategy strategy
                ? "\"v" + strategy.version() + "-" + digest + "\""
                : "\"" + digest + "\"";
    }

    static String digest(byte[] bytes) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
            return HexFormat.of().formatHex(hash, 0, 12);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void write(Object value, @Nullable FieldSelection selection, OutputStream out) throws IOException {
        try (JsonGenerator plain = QuantJson.mapper().createGenerator(out);
                JsonGenerator json = selection == null ? plain : new SelectingGenerator(plain, selection)) {
            if (value instanceof JsonStream stream) {
                stream.write(json);
                return;
            }
            QuantJson.mapper().writeValue(json, value);
        }
    }

    private static Class<?> rows(Type page) {
        if (page instanceof ParameterizedType parameterized
                && parameterized.getActualTypeArguments()[0] instanceof Class<?> rows) {
            return rows;
        }
        throw new IllegalStateException("a page must say of what, was " + page);
    }
}
