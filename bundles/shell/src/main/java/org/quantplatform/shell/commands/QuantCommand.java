package org.quantplatform.shell.commands;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.quantplatform.api.Page;
import org.quantplatform.api.PlatformSession;
import org.quantplatform.json.PageJson;
import org.quantplatform.json.QuantJson;
import org.quantplatform.shell.ExitCode;
import org.quantplatform.shell.Globals;
import org.quantplatform.shell.Host;
import org.quantplatform.shell.view.Paint;
import org.quantplatform.shell.view.Progress;
import org.quantplatform.shell.view.Screen;
import org.quantplatform.shell.view.Table;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What every command has at hand. */
@Command(sortOptions = false)
public abstract class QuantCommand implements Callable<Integer> {

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help")
    private boolean help;

    @Spec
    private @Nullable CommandSpec spec;

    private @Nullable Host host;
    private @Nullable Globals globals;

    /** Called once, before the command is run. */
    public final void attach(Host newHost, Globals newGlobals) {
        host = newHost;
        globals = newGlobals;
    }

    @Override
    public final Integer call() throws Exception {
        int code = run();
        out().flush();
        return code;
    }

    /** Does the work and answers with the exit code; whatever it throws is told in one line. */
    abstract int run() throws Exception;

    final Host host() {
        return attached(host);
    }

    final Globals globals() {
        return attached(globals);
    }

    final PlatformSession session() {
        return host().session();
    }

    final PrintWriter out() {
        return attached(spec).commandLine().getOut();
    }

    final PrintWriter err() {
        return attached(spec).commandLine().getErr();
    }

    final Screen screen() {
        Host.Screens screens = host().screens();
        return new Screen(out(), screens.coloured() ? Paint.COLOURED : Paint.PLAIN, screens.width());
    }

    final Progress progress(String label) {
        boolean bar = host().screens().errTerminal();
        Progress.Manner manner = bar ? Progress.Manner.BAR : Progress.Manner.LINES;
        return new Progress(err(), globals().quiet() ? Progress.Manner.SILENT : manner, label);
    }

    /** Something that helps a person and is no result. */
    final void note(String text) {
        if (!globals().quiet() && !globals().json() && !globals().csv()) {
            err().println(text);
            err().flush();
        }
    }

    final ParameterException usage(String message) {
        return new ParameterException(attached(spec).commandLine(), message);
    }

    /** The answer of the latest call as a document, when that was asked for. */
    final boolean printed(Object value) {
        return printed(() -> value);
    }

    private boolean printed(Supplier<Object> document) {
        if (!globals().json()) {
            return false;
        }
        out().println(document(document));
        return true;
    }

    /** The answer of the latest call as a document; {@code value} must be what that call gave. */
    final String document(Object value) {
        return document(() -> value);
    }

    private String document(Supplier<Object> value) {
        return host().answer().orElseGet(() -> QuantJson.write(value.get()));
    }

    final <T> int list(Page<T> page, String plural, Table<T> table) {
        if (printed(() -> PageJson.write(page, plural))) {
            return ExitCode.DONE;
        }
        if (globals().csv()) {
            screen().lines(table.csv(page.items()));
            return ExitCode.DONE;
        }
        if (page.items().isEmpty()) {
            note("no " + plural);
            return ExitCode.DONE;
        }
        screen().lines(table.lines(page.items(), screen().width(), screen().paint()));
        if (page.hasMore() || page.page() > 1) {
            note(page.items().size() + " of " + page.total() + ", page " + page.page()
                    + (page.hasMore() ? "; --page " + (page.page() + 1) + " shows more" : ""));
        }
        return ExitCode.DONE;
    }

    private static <T> T attached(@Nullable T value) {
        if (value == null) {
            throw new IllegalStateException("the command was not attached");
        }
        return value;
    }
}
