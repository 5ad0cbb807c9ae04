package org.quantplatform.shell;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.quantplatform.shell.commands.AnalysisCommands;
import org.quantplatform.shell.commands.AnalysisParts;
import org.quantplatform.shell.commands.ApiKeyCommands;
import org.quantplatform.shell.commands.AuditCommands;
import org.quantplatform.shell.commands.AuthCommands;
import org.quantplatform.shell.commands.BacktestCommands;
import org.quantplatform.shell.commands.BacktestResults;
import org.quantplatform.shell.commands.BacktestRun;
import org.quantplatform.shell.commands.CheckCommands;
import org.quantplatform.shell.commands.DataCommands;
import org.quantplatform.shell.commands.DataExport;
import org.quantplatform.shell.commands.DataImport;
import org.quantplatform.shell.commands.DemoCommand;
import org.quantplatform.shell.commands.ExportCommand;
import org.quantplatform.shell.commands.ExpressionCommands;
import org.quantplatform.shell.commands.FactorCommands;
import org.quantplatform.shell.commands.HistoryCommands;
import org.quantplatform.shell.commands.JobCommands;
import org.quantplatform.shell.commands.LatestCommand;
import org.quantplatform.shell.commands.MarketCommands;
import org.quantplatform.shell.commands.MetricsCommand;
import org.quantplatform.shell.commands.Moment;
import org.quantplatform.shell.commands.OhlcvCommand;
import org.quantplatform.shell.commands.PluginCommands;
import org.quantplatform.shell.commands.PositionCommands;
import org.quantplatform.shell.commands.QuantCommand;
import org.quantplatform.shell.commands.ScheduleCommands;
import org.quantplatform.shell.commands.ScoreCommands;
import org.quantplatform.shell.commands.SearchCommands;
import org.quantplatform.shell.commands.SearchRun;
import org.quantplatform.shell.commands.SearchTrials;
import org.quantplatform.shell.commands.SecretCommands;
import org.quantplatform.shell.commands.SetupCommand;
import org.quantplatform.shell.commands.ShareCommands;
import org.quantplatform.shell.commands.StatisticsCommands;
import org.quantplatform.shell.commands.StatusCommand;
import org.quantplatform.shell.commands.StrategyCommands;
import org.quantplatform.shell.commands.StreamsCommand;
import org.quantplatform.shell.commands.UpdateCommands;
import org.quantplatform.shell.commands.UserCommands;
import org.quantplatform.shell.commands.WatchCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.TypeConversionException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Every command of the platform, made for one execution: command objects hold the options they were given. */
public final class CommandTree {

    private final Host host;
    private final Globals globals;
    private final CommandLine root;

    private CommandTree(Host host, Globals globals) {
        this.host = host;
        this.globals = globals;
        this.root = group("quant", "The Quant Platform's commands");
    }

    public static CommandLine of(Host host, Globals globals) {
        CommandTree tree = new CommandTree(host, globals);
        tree.fill();
        return tree.root;
    }

    private void fill() {
        OptionSpec version = OptionSpec.builder("-V", "--version")
                .versionHelp(true)
                .type(Boolean.class)
                .arity("0")
                .description("Show the version")
                .build();
        root.getCommandSpec().versionProvider(new Version()).addOption(version);
        strategies();
        backtests();
        searches();
        factors();
        data();
        CommandLine plugins = group("plugin", "What is plugged in");
        add(plugins, new PluginCommands.ListPlugins(), new PluginCommands.Show(), new PluginCommands.Verify());
        CommandLine jobs = group("job", "Long work");
        add(jobs, new JobCommands.ListJobs(), new JobCommands.Show(), new JobCommands.Cancel());
        CommandLine audit = group("audit", "What was done, by whom");
        add(audit, new AuditCommands.ListRecords(), new AuditCommands.Verify());
        root.addSubcommand(plugins).addSubcommand(jobs).addSubcommand(audit);
        users();
        add(root, new StatusCommand(), new DemoCommand(), new SetupCommand());
        configure(root);
    }

    private void users() {
        CommandLine auth = group("auth", "Who you are to the server");
        add(
                auth,
                new AuthCommands.LogIn(),
                new AuthCommands.LogOut(),
                new AuthCommands.Status(),
                new AuthCommands.Password());
        CommandLine user = group("user", "Who may use the platform");
        add(
                user,
                new UserCommands.ListUsers(),
                new UserCommands.Create(),
                new UserCommands.Deactivate(),
                new UserCommands.Activate(),
                new UserCommands.ChangeRole(),
                new UserCommands.Reset());
        CommandLine secret = group("secret", "Keys and passwords for plug-ins");
        add(secret, new SecretCommands.ListSecrets(), new SecretCommands.Store(), new SecretCommands.Delete());
        CommandLine share = group("share", "What you and others let each other see");
        add(share, new ShareCommands.ListShares(), new ShareCommands.Received(), new ShareCommands.Revoke());
        CommandLine keys = group("apikey", "Keys of your programs");
        add(keys, new ApiKeyCommands.ListKeys(), new ApiKeyCommands.Create(), new ApiKeyCommands.Revoke());
        root.addSubcommand(auth)
                .addSubcommand(keys)
                .addSubcommand(group("admin", "For administrators").addSubcommand(user))
                .addSubcommand(secret)
                .addSubcommand(share);
    }

    private void strategies() {
        CommandLine group = group("strategy", "Stored strategies");
        add(
                group,
                new StrategyCommands.ListStrategies(),
                new StrategyCommands.Show(),
                new StrategyCommands.Create(),
                new StrategyCommands.Update(),
                new StrategyCommands.Delete(),
                new ShareCommands.ShareStrategy());
        root.addSubcommand(group);
    }

    private void backtests() {
        CommandLine group = group("backtest", "Backtests and their results");
        add(
                group,
                new BacktestRun(),
                new BacktestCommands.ListRuns(),
                new BacktestCommands.Show(),
                new BacktestCommands.Delete(),
                new BacktestCommands.Cancel(),
                new BacktestCommands.Reproduce(),
                new ShareCommands.ShareRun(),
                new BacktestResults.Trades(),
                new BacktestResults.Holdings(),
                new ExportCommand(),
                new MetricsCommand(),
                new StatisticsCommands.Rolling(),
                new StatisticsCommands.Drawdowns(),
                new StatisticsCommands.Returns(),
                new PositionCommands.Exposures(),
                new PositionCommands.RoundTrips(),
                new PositionCommands.Attribution(),
                new StatisticsCommands.Catalogue());
        root.addSubcommand(group);
    }

    private void factors() {
        CommandLine group = group("factor", "Factors, their scores and what these foretold");
        add(
                group,
                new FactorCommands.ListFactors(),
                new FactorCommands.Show(),
                new ScoreCommands.Compute(),
                new ScoreCommands.Show(),
                new ScoreCommands.Sets(),
                new AnalysisCommands.Analyze(),
                new AnalysisCommands.ListAnalyses(),
                new AnalysisCommands.Show(),
                new AnalysisParts.Ic(),
                new AnalysisParts.Sectors(),
                new AnalysisParts.Decay(),
                new AnalysisParts.Correlation(),
                new ExpressionCommands.ListOperators());
        CommandLine expressions = group("expression", "Formulas of your own, each a factor");
        add(
                expressions,
                new ExpressionCommands.ListExpressions(),
                new ExpressionCommands.Show(),
                new ExpressionCommands.Create(),
                new ExpressionCommands.Delete());
        group.addSubcommand(expressions);
        root.addSubcommand(group);
    }

    private void searches() {
        CommandLine group = group("search", "Searches for parameters, and how far luck explains what they find");
        add(
                group,
                new SearchRun(),
                new SearchCommands.ListSearches(),
                new SearchCommands.Show(),
                new SearchTrials.Trials(),
                new SearchTrials.Heatmap(),
                new SearchTrials.Request(),
                new SearchTrials.Equity(),
                new SearchCommands.Cancel(),
                new SearchCommands.Delete());
        root.addSubcommand(group);
    }

    private void data() {
        CommandLine group = group("data", "Market data");
        add(
                group,
                new DataImport(),
                new UpdateCommands.Status(),
                new UpdateCommands.Update(),
                new UpdateCommands.Backfill(),
                new UpdateCommands.ListUpdates(),
                new UpdateCommands.Gaps(),
                new DataCommands.Markets(),
                new DataCommands.Instruments(),
                new OhlcvCommand(),
                new LatestCommand(),
                new WatchCommand(),
                new StreamsCommand(),
                new DataExport(),
                new DataCommands.Snapshots(),
                new CheckCommands.Check(),
                new CheckCommands.Checks(),
                new HistoryCommands.Diff(),
                new HistoryCommands.Fundamentals(),
                new DataCommands.Imports(),
                new MarketCommands.Calendar(),
                new MarketCommands.Rules(),
                new MarketCommands.Indexes());
        CommandLine schedules = group("schedule", "Updates that are repeated");
        add(
                schedules,
                new ScheduleCommands.Add(),
                new ScheduleCommands.ListAll(),
                new ScheduleCommands.Remove(),
                new ScheduleCommands.RunNow());
        group.addSubcommand(schedules);
        root.addSubcommand(group);
    }

    private CommandLine group(String name, String description) {
        CommandLine group = new CommandLine(new Group());
        CommandSpec spec = group.getCommandSpec().name(name);
        spec.usageMessage().description(description);
        globals.addTo(spec, host.remote());
        return group;
    }

    private void add(CommandLine group, QuantCommand... commands) {
        for (QuantCommand command : commands) {
            command.attach(host, globals);
            CommandLine leaf = new CommandLine(command);
            globals.addTo(leaf.getCommandSpec(), host.remote());
            group.addSubcommand(leaf);
        }
    }

    private void configure(CommandLine tree) {
        boolean coloured = host.screens().coloured();
        tree.setAllowSubcommandsAsOptionParameters(true);
        tree.setCaseInsensitiveEnumValuesAllowed(true);
        tree.setAbbreviatedOptionsAllowed(false);
        tree.setColorScheme(CommandLine.Help.defaultColorScheme(coloured ? Ansi.ON : Ansi.OFF));
        tree.registerConverter(LocalDate.class, CommandTree::date);
        tree.registerConverter(Moment.class, CommandTree::moment);
        int width = host.screens().width();
        tree.setUsageHelpWidth(Math.max(60, Math.min(120, width == 0 ? 100 : width)));
        tree.setParameterExceptionHandler((thrown, arguments) -> wrong(thrown));
        tree.setExecutionExceptionHandler((thrown, command, parsed) -> failed(thrown, command.getErr()));
    }

    private static LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw new TypeConversionException("must be a date such as 2020-01-31, was '" + text + "'");
        }
    }

    private static Moment moment(String text) {
        try {
            return Moment.parse(text);
        } catch (DateTimeParseException e) {
            throw new TypeConversionException(
                    "must be a date such as 2020-01-31 or a time such as 2020-01-31T14:30:00Z, was '" + text + "'");
        }
    }

    private int wrong(ParameterException thrown) {
        String line = String.valueOf(thrown.getMessage()).lines().findFirst().orElse("");
        if (thrown instanceof UnmatchedArgumentException unmatched
                && !unmatched.getSuggestions().isEmpty()) {
            line = line + "; did you mean " + String.join(" or ", unmatched.getSuggestions()) + "?";
        }
        String name = thrown.getCommandLine().getCommandSpec().qualifiedName();
        host.error(line + " (see " + name + " --help)");
        return ExitCode.USAGE;
    }

    private int failed(Exception thrown, PrintWriter err) {
        Failure failure = Failure.of(thrown);
        host.error(failure.line());
        if (globals.trace()) {
            thrown.printStackTrace(err);
            err.flush();
        }
        return failure.exitCode();
    }

    /** A name before an action; alone it is not a command. */
    @Command(synopsisSubcommandLabel = "COMMAND")
    private static final class Group {

        @Option(
                names = {"-h", "--help"},
                usageHelp = true,
                description = "Show this help")
        private boolean help;
    }

    /** The version of this program, which the build writes beside it. */
    private static final class Version implements IVersionProvider {

        @Override
        public String[] getVersion() throws IOException {
            try (InputStream in = CommandTree.class.getResourceAsStream("version.txt")) {
                String version = in == null ? "" : new String(in.readNBytes(100), StandardCharsets.UTF_8);
                return new String[] {("quant " + version).strip()};
            }
        }
    }
}
