package org.quantplatform.shell.karaf;

import java.io.IOException;
import java.util.Optional;
import org.apache.karaf.shell.api.console.Session;
import org.jspecify.annotations.Nullable;
import org.quantplatform.shell.Prompts;

/** Asks in the server's shell. */
final class KarafPrompts implements Prompts {

    private final Session session;

    KarafPrompts(Session session) {
        this.session = session;
    }

    @Override
    public Optional<String> line(String prompt) {
        return read(prompt, null);
    }

    @Override
    public Optional<String> secret(String prompt) {
        return read(prompt, '*');
    }

    private Optional<String> read(String prompt, @Nullable Character mask) {
        if (session.getTerminal() == null) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(session.readLine(prompt, mask));
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
