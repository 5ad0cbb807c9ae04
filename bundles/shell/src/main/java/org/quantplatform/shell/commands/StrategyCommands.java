package org.quantplatform.shell.commands;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.quantplatform.api.strategies.StoredStrategy;
import org.quantplatform.api.strategies.StrategyDefinition;
import org.quantplatform.json.QuantJson;
import org.quantplatform.model.Universe;
import org.quantplatform.shell.ExitCode;
import org.quantplatform.shell.input.RequestDocument;
import org.quantplatform.shell.view.Figures;
import org.quantplatform.shell.view.Screen;
import org.quantplatform.shell.view.Screen.Pair;
import org.quantplatform.shell.view.Table;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The group {@code strategy}. */
public final class StrategyCommands {

    private static final Table<StoredStrategy> TABLE = Table.of(StoredStrategy.class)
            .text("id", StoredStrategy::id)
            .text("name", StoredStrategy::name)
            .text("plugin", StoredStrategy::plugin)
            .text("factors", StrategyCommands::factors)
            .text("market", s -> s.universe().market())
            .text("rebalance", StoredStrategy::rebalanceFrequency)
            .number("version", StoredStrategy::version, s -> Integer.toString(s.version()))
            .shown("updated_at", StoredStrategy::updatedAt, s -> Figures.time(s.updatedAt()));

    private StrategyCommands() {}

    /** All of the caller's. */
    @Command(name = "list", description = "List the stored strategies")
    public static final class ListStrategies extends QuantCommand {

        @Mixin
        private final PageOptions page = new PageOptions();

        @Override
        int run() {
            return list(session().strategies().list(page.request()), "strategies", TABLE);
        }
    }

    /** One with every default filled in. */
    @Command(name = "show", description = "Show a stored strategy")
    public static final class Show extends QuantCommand {

        @Parameters(paramLabel = Values.STRATEGY, description = "Id of the strategy")
        private String id = "";

        @Override
        int run() {
            StoredStrategy strategy = session().strategies().get(id);
            if (!printed(strategy)) {
                show(strategy, screen());
            }
            return ExitCode.DONE;
        }
    }

    /** From a file, from options, or both. */
    @Command(name = "create", description = "Store a strategy, told by a YAML or JSON file or by options")
    public static final class Create extends QuantCommand {

        @Option(names = "--name", description = "Name of the strategy; the file's when left out")
        private @Nullable String name;

        @Mixin
        private final Definition definition = new Definition();

        @Override
        int run() {
            RequestDocument document = definition.document().set("name", name);
            if (!document.has("name")) {
                throw usage("Missing required option: '--name=<name>', and the file has no name");
            }
            StrategyDefinition wanted = document.as(StrategyDefinition.class);
            StoredStrategy stored = session().strategies().create(wanted, Optional.empty());
            if (!printed(stored)) {
                screen().line("created strategy " + stored.id());
            }
            return ExitCode.DONE;
        }
    }

    /** Replaces the definition. */
    @Command(name = "update", description = "Replace a stored strategy by what a file or options tell")
    public static final class Update extends QuantCommand {

        @Parameters(paramLabel = Values.STRATEGY, description = "Id of the strategy")
        private String id = "";

        @Option(
                names = "--expect-version",
                paramLabel = "N",
                description = "Only when this is the version that is stored")
        private @Nullable Integer version;

        @Mixin
        private final Definition definition = new Definition();

        @Override
        int run() {
            RequestDocument document = definition.document();
            if (!document.has("name")) {
                document.set("name", session().strategies().get(id).name());
            }
            StrategyDefinition wanted = document.as(StrategyDefinition.class);
            StoredStrategy stored = session().strategies().update(id, wanted, Optional.ofNullable(version));
            if (!printed(stored)) {
                screen().line("updated strategy " + stored.id() + " to version " + stored.version());
            }
            return ExitCode.DONE;
        }
    }

    /** Its backtests stay. */
    @Command(name = "delete", description = "Delete a stored strategy; its backtests stay")
    public static final class Delete extends QuantCommand {

        @Parameters(paramLabel = Values.STRATEGY, description = "Id of the strategy")
        private String id = "";

        @Override
        int run() {
            session().strategies().delete(id);
            note("deleted strategy " + id);
            return ExitCode.DONE;
        }
    }

    /** Where a definition is told. */
    static final class Definition {

        @Option(
                names = {"--config", "--file"},
                paramLabel = "FILE",
                description = "Definition in YAML, or in JSON where the name ends in .json")
        private @Nullable Path file;

        @Option(names = "--description", paramLabel = "TEXT", description = "What the strategy is about")
        private @Nullable String description;

        @Mixin
        private final StrategyOptions strategy = new StrategyOptions();

        @Mixin
        private final UniverseOptions universe = new UniverseOptions();

        RequestDocument document() {
            RequestDocument document = file == null ? RequestDocument.empty() : RequestDocument.read(file);
            document.set("description", description);
            strategy.writeTo(document, "");
            universe.writeTo(document);
            return document;
        }
    }

    private static String factors(StoredStrategy strategy) {
        return strategy.factors().stream()
                .map(f -> f.factor() + "=" + Figures.upTo(f.weight(), 4))
                .collect(Collectors.joining(" "));
    }

    private static void show(StoredStrategy strategy, Screen screen) {
        screen.pairs(List.of(
                Pair.of("Strategy", strategy.id()),
                Pair.of("Name", strategy.name()),
                Pair.of("Description", Figures.text(strategy.description())),
                Pair.of("Plug-in", strategy.plugin()),
                Pair.of("Parameters", QuantJson.write(strategy.parameters())),
                Pair.of("Universe", universe(strategy.universe())),
                Pair.of("Constraints", QuantJson.write(strategy.constraints())),
                Pair.of(
                        "Factor weights",
                        strategy.combination() == null ? "as given" : QuantJson.write(strategy.combination())),
                Pair.of("Optimizer", strategy.optimizer() == null ? "none" : QuantJson.write(strategy.optimizer())),
                Pair.of("Rebalance", Figures.text(strategy.rebalanceFrequency())),
                Pair.of("Version", Integer.toString(strategy.version())),
                Pair.of("Created", Figures.time(strategy.createdAt())),
                Pair.of("Updated", Figures.time(strategy.updatedAt()))));
        if (!strategy.factors().isEmpty()) {
            screen.heading("Factors");
            screen.pairs(strategy.factors().stream()
                    .map(f -> Pair.of(
                            "  " + f.factor(),
                            Figures.upTo(f.weight(), 6)
                                    + (f.parameters().isEmpty() ? "" : "  " + QuantJson.write(f.parameters()))))
                    .toList());
        }
    }

    private static String universe(Universe universe) {
        String tickers =
                universe.tickers().isEmpty() ? "all" : universe.tickers().size() + " tickers";
        String sectors = universe.sectors().isEmpty() ? "" : ", " + String.join(" and ", universe.sectors());
        return Figures.text(universe.market()) + ", " + tickers + sectors;
    }
}
