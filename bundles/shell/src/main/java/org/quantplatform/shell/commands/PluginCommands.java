package org.quantplatform.shell.commands;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.quantplatform.api.plugins.PluginInfo;
import org.quantplatform.api.plugins.PluginParameter;
import org.quantplatform.json.QuantJson;
import org.quantplatform.model.PluginKind;
import org.quantplatform.shell.ExitCode;
import org.quantplatform.shell.Failure;
import org.quantplatform.shell.input.BadInput;
import org.quantplatform.shell.view.Figures;
import org.quantplatform.shell.view.Labels;
import org.quantplatform.shell.view.Screen;
import org.quantplatform.shell.view.Screen.Pair;
import org.quantplatform.shell.view.Table;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The group {@code plugin}. */
public final class PluginCommands {

    private static final Table<PluginInfo> TABLE = Table.of(PluginInfo.class)
            .text("kind", p -> Labels.of(p.kind()))
            .text("id", PluginInfo::id)
            .text("title", PluginInfo::title)
            .text("status", p -> Labels.of(p.status()))
            .text("version", p -> p.bundle().version())
            .text("reason", PluginInfo::reason);

    static final Table<PluginParameter> PARAMETERS = Table.of(PluginParameter.class)
            .text("name", PluginParameter::name)
            .text("type", PluginParameter::type)
            .text("default", p -> p.defaultValue() == null ? null : plain(p.defaultValue()))
            .text("min", p -> bound(p.min()))
            .text("max", p -> bound(p.max()))
            .text("choices", p -> String.join(" ", p.choices()))
            .text("help", PluginParameter::help);

    private PluginCommands() {}

    /** Also those that are not offered, with the reason. */
    @Command(name = "list", description = "List plug-ins, also quarantined ones")
    public static final class ListPlugins extends QuantCommand {

        @Option(
                names = "--kind",
                paramLabel = Values.KIND,
                description = "factor, strategy, source, cost, optimizer, risk, report or auth")
        private @Nullable PluginKind kind;

        @Mixin
        private final PageOptions page = new PageOptions();

        @Override
        int run() {
            return list(session().plugins().list(Optional.ofNullable(kind), page.request()), "plugins", TABLE);
        }
    }

    /** With its parameters. */
    @Command(name = "show", description = "Show a plug-in and its parameters")
    public static final class Show extends QuantCommand {

        @Mixin
        private final Name name = new Name();

        @Override
        int run() {
            String id = name.id();
            PluginKind kind = name.kind();
            PluginInfo plugin = session().plugins().get(kind, id);
            if (!printed(plugin)) {
                show(plugin, screen());
            }
            return ExitCode.DONE;
        }
    }

    /** Fails when the outcome is not good. */
    @Command(name = "verify", description = "Probe a plug-in again")
    public static final class Verify extends QuantCommand {

        @Mixin
        private final Name name = new Name();

        @Override
        int run() {
            String id = name.id();
            PluginKind kind = name.kind();
            PluginInfo plugin = session().plugins().verify(kind, id);
            if (!printed(plugin)) {
                screen().line(Labels.of(plugin.kind()) + " " + plugin.id() + " is " + Labels.of(plugin.status()));
            }
            if (plugin.status() != PluginInfo.Status.ACTIVE) {
                out().flush();
                throw new Failure(ExitCode.FAILED, plugin.id() + ": " + Figures.text(plugin.reason()));
            }
            return ExitCode.DONE;
        }
    }

    /** {@code factor momentum} or {@code factor/momentum}. */
    static final class Name {

        @Parameters(index = "0", paramLabel = Values.KIND, description = "Kind, such as factor; or KIND/PLUGIN")
        private String first = "";

        @Parameters(index = "1", arity = "0..1", paramLabel = Values.PLUGIN, description = "Id of the plug-in")
        private @Nullable String second;

        PluginKind kind() {
            String code = second == null ? first.split("/", 2)[0] : first;
            return PluginKind.find(code).orElseThrow(() -> new BadInput("no kind of plug-in is called '" + code + "'"));
        }

        String id() {
            if (second != null) {
                return second;
            }
            int slash = first.indexOf('/');
            if (slash < 0 || slash == first.length() - 1) {
                throw new BadInput("the plug-in's id is missing, as in factor momentum");
            }
            return first.substring(slash + 1);
        }
    }

    private static void show(PluginInfo plugin, Screen screen) {
        screen.pairs(List.of(
                Pair.of("Plug-in", Labels.of(plugin.kind()) + " " + plugin.id()),
                Pair.of("Title", plugin.title()),
                Pair.of("Tags", Figures.text(String.join(" ", plugin.tags()))),
                Pair.of("Status", Labels.of(plugin.status())),
                Pair.of("Reason", Figures.text(plugin.reason())),
                Pair.of(
                        "Bundle",
                        plugin.bundle().symbolicName() + " " + plugin.bundle().version()),
                Pair.of("SHA-256", plugin.bundle().sha256()),
                Pair.of("Since", Figures.time(plugin.since()))));
        if (!plugin.parameters().isEmpty()) {
            screen.heading("Parameters");
            screen.lines(PARAMETERS.lines(plugin.parameters(), screen.width(), screen.paint()));
        }
    }

    private static String plain(Object value) {
        return value instanceof String text ? text : QuantJson.write(value);
    }

    private static @Nullable String bound(@Nullable Double value) {
        return value == null ? null : Figures.upTo(value, 6);
    }
}
