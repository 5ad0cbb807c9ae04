package org.quantplatform.shell;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;
import java.util.Optional;
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
import org.quantplatform.api.health.HealthReport;
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
import org.quantplatform.faces.fixtures.MemoryApiKeys;
import org.quantplatform.faces.fixtures.MemoryAudit;
import org.quantplatform.faces.fixtures.MemoryChecks;
import org.quantplatform.faces.fixtures.MemoryExpressions;
import org.quantplatform.faces.fixtures.MemoryFactorAnalyses;
import org.quantplatform.faces.fixtures.MemoryFactors;
import org.quantplatform.faces.fixtures.MemorySearches;
import org.quantplatform.faces.fixtures.MemorySecrets;
import org.quantplatform.faces.fixtures.MemoryShares;
import org.quantplatform.faces.fixtures.MemoryUpdates;
import picocli.CommandLine;

/** Runs commands in memory and keeps what they wrote. */
final class Run implements Host, PlatformSession {

    final MemoryStrategies strategies = new MemoryStrategies();
    final MemoryBacktests backtests = new MemoryBacktests();
    final MemoryFactorAnalyses analyses = new MemoryFactorAnalyses();
    final MemoryFactors factors = new MemoryFactors();
    final MemorySearches searches = new MemorySearches();
    final MemoryStatistics statistics = new MemoryStatistics();
    final MemoryExpressions expressions = new MemoryExpressions();
    final MemoryData data = new MemoryData();
    final MemoryPrices prices = new MemoryPrices();
    final MemoryUpdates updates = new MemoryUpdates();
    final MemoryChecks checks = new MemoryChecks();
    final MemoryAccounts accounts = new MemoryAccounts();
    final MemoryAudit audit = new MemoryAudit();
    final MemoryApiKeys apiKeys = new MemoryApiKeys();
    final MemorySecrets secrets = new MemorySecrets();
    final MemoryShares shares = new MemoryShares();
    Screens screens = Screens.NONE;
    String out = "";
    String err = "";
    private PrintWriter errors = new PrintWriter(new StringWriter());

    int of(String... arguments) {
        StringWriter written = new StringWriter();
        StringWriter told = new StringWriter();
        errors = new PrintWriter(told, true);
        Globals globals = new Globals();
        CommandLine tree = CommandTree.of(this, globals);
        tree.setOut(new PrintWriter(written));
        tree.setErr(errors);
        int code = tree.execute(arguments);
        tree.getOut().flush();
        out = written.toString();
        err = told.toString();
        return code;
    }

    @Override
    public PlatformSession session() {
        return this;
    }

    @Override
    public HealthReport health() {
        return new HealthReport(
                "starting",
                "0.1.0",
                95,
                null,
                new HealthReport.PluginCounts(7, 1),
                Map.of("running", 1L),
                Map.of("database", "not reachable"));
    }

    @Override
    public Entry entry() {
        return accounts;
    }

    @Override
    public Prompts prompts() {
        return accounts;
    }

    @Override
    public Optional<String> answer() {
        return Optional.empty();
    }

    @Override
    public String address(String path) {
        return "http://127.0.0.1:8000" + path;
    }

    @Override
    public Screens screens() {
        return screens;
    }

    @Override
    public Interrupts interrupts() {
        return () -> {};
    }

    @Override
    public void error(String line) {
        errors.println("quant: " + line);
    }

    @Override
    public boolean remote() {
        return true;
    }

    @Override
    public Identity identity() {
        return new Identity("local", Set.of(), "local");
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
    public Searches searches() {
        return searches;
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
        return analyses;
    }

    @Override
    public Expressions expressions() {
        return expressions;
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
        throw new UnsupportedOperationException("no plug-ins\nin memory");
    }

    @Override
    public Jobs jobs() {
        return backtests.jobs();
    }

    @Override
    public Audit audit() {
        return audit;
    }

    @Override
    public Account account() {
        return accounts;
    }

    @Override
    public Users users() {
        return accounts;
    }

    @Override
    public ApiKeys apiKeys() {
        return apiKeys;
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
    public void close() {}
}
