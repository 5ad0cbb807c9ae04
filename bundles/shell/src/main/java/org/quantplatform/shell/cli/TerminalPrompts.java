package org.quantplatform.shell.cli;

import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.quantplatform.shell.Prompts;

/** Asks on the terminal; without one the answers are lines of the standard input. */
final class TerminalPrompts implements Prompts {

    private final @Nullable Console console;
    private final BufferedReader lines;

    TerminalPrompts(@Nullable Console console, InputStream input) {
        this.console = console;
        this.lines = new BufferedReader(new InputStreamReader(input, StandardCharsets.UTF_8));
    }

    @Override
    public Optional<String> line(String prompt) {
        return console == null ? next() : Optional.ofNullable(console.readLine("%s", prompt));
    }

    @Override
    public Optional<String> secret(String prompt) {
        return console == null
                ? next()
                : Optional.ofNullable(console.readPassword("%s", prompt)).map(String::new);
    }

    private Optional<String> next() {
        try {
            return Optional.ofNullable(lines.readLine());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
