package org.quantplatform.shell.karaf;

import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.karaf.shell.api.console.Command;
import org.apache.karaf.shell.api.console.Completer;
import org.apache.karaf.shell.api.console.Parser;
import org.apache.karaf.shell.api.console.Session;
import org.jspecify.annotations.Nullable;
import org.quantplatform.shell.CommandTree;
import org.quantplatform.shell.Globals;
import org.quantplatform.shell.Host.Screens;
import picocli.CommandLine;

/** One command of the tree under the name that it has in the server's shell. */
final class KarafCommand implements Command {

    private final Platform platform;
    private final CommandName name;
    private final String description;

    KarafCommand(Platform platform, CommandName name, CommandLine leaf) {
        this.platform = platform;
        this.name = name;
        String[] lines = leaf.getCommandSpec().usageMessage().description();
        this.description = lines.length == 0 ? "" : lines[0];
    }

    @Override
    public String getScope() {
        return name.scope();
    }

    @Override
    public String getName() {
        return name.name();
    }

    @Override
    public String getDescription() {
        return description;
    }

    @Override
    public @Nullable Completer getCompleter(boolean scoped) {
        return new KarafCompleter(platform, name);
    }

    @Override
    public @Nullable Parser getParser() {
        return null;
    }

    @Override
    public @Nullable Object execute(Session session, List<Object> arguments) throws Exception {
        List<String> words = new ArrayList<>(name.path());
        arguments.forEach(a -> words.add(String.valueOf(a)));
        // options are kept in the command's objects: a tree for each execution
        try (KarafHost host = new KarafHost(platform, screens(session), new KarafPrompts(session))) {
            CommandLine tree = CommandTree.of(host, new Globals());
            tree.setOut(writer(System.out));
            tree.setErr(notes(session));
            int code = tree.execute(words.toArray(String[]::new));
            tree.getOut().flush();
            tree.getErr().flush();
            session.put("exitCode", code);
            if (code != 0) {
                throw new CommandFailed(host.error().isEmpty() ? "exit code " + code : host.error(), code);
            }
            return null;
        }
    }

    private static Screens screens(Session session) {
        if (session.getTerminal() == null) {
            return Screens.NONE;
        }
        int width = Math.max(40, session.getTerminal().getWidth());
        return new Screens(true, session.getTerminal() instanceof org.jline.terminal.Terminal, true, width);
    }

    private static PrintWriter writer(PrintStream stream) {
        return new PrintWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), true);
    }

    /** Over SSH the error stream's line ends are not translated, and without a terminal it is lost. */
    private static PrintWriter notes(Session session) {
        return session.getTerminal() instanceof org.jline.terminal.Terminal terminal
                ? terminal.writer()
                : writer(System.out);
    }
}
