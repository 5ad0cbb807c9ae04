package org.quantplatform.shell;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.ISetter;
import picocli.CommandLine.Model.OptionSpec;

/** Options that stand before or after any command; one object holds them for the whole tree. */
public final class Globals {

    /** Which server is meant. */
    public enum Mode {
        LOCAL,
        CLOUD
    }

    private boolean json;
    private boolean csv;
    private boolean verbose;
    private boolean trace;
    private boolean quiet;
    private Mode mode = Mode.LOCAL;
    private @Nullable String auth;
    private @Nullable String url;
    private @Nullable Path config;
    private @Nullable Path caFile;

    public boolean json() {
        return json;
    }

    public boolean csv() {
        return csv;
    }

    public boolean verbose() {
        return verbose || trace;
    }

    /** Stack traces are wanted. */
    public boolean trace() {
        return trace;
    }

    public boolean quiet() {
        return quiet;
    }

    public Mode mode() {
        return mode;
    }

    public @Nullable String auth() {
        return auth;
    }

    public @Nullable String url() {
        return url;
    }

    public @Nullable Path config() {
        return config;
    }

    /** Certificates that are trusted beside those that Java trusts. */
    public @Nullable Path caFile() {
        return caFile;
    }

    /** Where a command has an option of the same name, that one is meant. */
    void addTo(CommandSpec spec, boolean remote) {
        flag(spec, "Print the API's answer as it is", value -> json = value, "--json");
        flag(spec, "Print lists as CSV", value -> csv = value, "--csv");
        flag(spec, "Tell more about what happens", value -> verbose = value, "-v", "--verbose");
        flag(spec, "Tell everything, stack traces too", value -> trace = value, "-vv", "--debug");
        flag(spec, "No progress and no notes", value -> quiet = value, "-q", "--quiet");
        if (!remote) {
            return;
        }
        OptionSpec.Builder server = OptionSpec.builder("--mode")
                .arity("1")
                .type(Mode.class)
                .paramLabel("MODE")
                .description("Which server: local or cloud");
        add(spec, server, value -> mode = value instanceof Mode given ? given : mode);
        text(
                spec,
                "File with settings, ~/.quant_platform/cli_config.yaml otherwise",
                "FILE",
                this::setConfig,
                "--config");
        text(
                spec,
                "How to prove who you are, as the server asks: local, simple, aws or jwt",
                "MODE",
                value -> auth = value,
                "--auth");
        text(spec, "Address of the server, http://127.0.0.1:8000 otherwise", "ADDRESS", value -> url = value, "--url");
        text(
                spec,
                "File in PEM with the server's certificate, or with its authority's, where Java does not know it",
                "FILE",
                value -> caFile = Path.of(value),
                "--ca-file");
    }

    private void setConfig(String value) {
        config = Path.of(value);
    }

    private interface Taker<V> {
        void take(V value);
    }

    private static void flag(CommandSpec spec, String help, Taker<Boolean> taker, String... names) {
        add(spec, OptionSpec.builder(names).arity("0").type(Boolean.class).description(help), value -> {
            if (Boolean.TRUE.equals(value)) {
                taker.take(true);
            }
        });
    }

    private static void text(CommandSpec spec, String help, String label, Taker<String> taker, String... names) {
        OptionSpec.Builder option = OptionSpec.builder(names)
                .arity("1")
                .type(String.class)
                .paramLabel(label)
                .description(help);
        add(spec, option, value -> {
            if (value != null) {
                taker.take(value.toString());
            }
        });
    }

    private static void add(CommandSpec spec, OptionSpec.Builder option, Taker<@Nullable Object> taker) {
        for (String name : option.names()) {
            if (spec.optionsMap().containsKey(name)) {
                return;
            }
        }
        // a value that picocli resets must not undo what stood before the command
        spec.addOption(option.setter(new ISetter() {
                    @Override
                    public <T> T set(T value) {
                        taker.take(value);
                        return value;
                    }
                })
                .build());
    }
}
