package org.quantplatform.shell.karaf;

import java.util.ArrayList;
import java.util.List;
import org.apache.karaf.shell.api.console.Command;
import org.apache.karaf.shell.api.console.SessionFactory;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.quantplatform.api.Sessions;
import org.quantplatform.api.auth.Logins;
import org.quantplatform.api.health.Health;
import org.quantplatform.shell.CommandTree;
import org.quantplatform.shell.Globals;
import picocli.CommandLine;

/** Puts every command into the server's shell: {@code group:action}, and {@code quant:name} where there is no group. */
@Component(
        service = {},
        immediate = true)
public final class KarafCommands implements Platform {

    private final SessionFactory factory;
    private final List<Command> commands = new ArrayList<>();

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile @Nullable Sessions sessions;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile @Nullable Health health;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile @Nullable Logins logins;

    @Activate
    public KarafCommands(@Reference SessionFactory factory) {
        this.factory = factory;
    }

    @Activate
    void register() {
        CommandLine tree = CommandTree.of(new KarafHost(this), new Globals());
        tree.getSubcommands().forEach((name, command) -> {
            if (command.getSubcommands().isEmpty()) {
                commands.add(new KarafCommand(this, new CommandName("quant", name, List.of(name)), command));
                return;
            }
            command.getSubcommands().forEach((action, inner) -> add(name, action, List.of(name, action), inner));
        });
        commands.forEach(factory.getRegistry()::register);
    }

    /** Karaf knows scopes and names only: a group within a group becomes the first part of the name. */
    private void add(String scope, String name, List<String> path, CommandLine command) {
        if (command.getSubcommands().isEmpty()) {
            commands.add(new KarafCommand(this, new CommandName(scope, name, path), command));
            return;
        }
        command.getSubcommands().forEach((action, leaf) -> {
            List<String> longer = new ArrayList<>(path);
            longer.add(action);
            add(scope, name + "-" + action, List.copyOf(longer), leaf);
        });
    }

    @Deactivate
    void unregister() {
        commands.forEach(factory.getRegistry()::unregister);
        commands.clear();
    }

    @Override
    public @Nullable Sessions sessions() {
        return sessions;
    }

    @Override
    public @Nullable Health health() {
        return health;
    }

    @Override
    public @Nullable Logins logins() {
        return logins;
    }
}
