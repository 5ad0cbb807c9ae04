package org.quantplatform.shell.cli;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.quantplatform.api.auth.Login;
import org.quantplatform.api.auth.Logins;
import org.quantplatform.client.aws.AwsEnvironment;
import org.quantplatform.client.aws.CallerProof;
import org.quantplatform.model.Credentials;
import org.quantplatform.shell.Entry;

/** The way in over HTTP; sessions are kept in the user's folder. */
final class RemoteEntry implements Entry {

    private final Logins logins;
    private final URI server;
    private final SessionFile sessions;
    private final AwsEnvironment aws;

    RemoteEntry(Logins logins, URI server, SessionFile sessions, AwsEnvironment aws) {
        this.logins = logins;
        this.server = server;
        this.sessions = sessions;
        this.aws = aws;
    }

    @Override
    public Logins logins() {
        return logins;
    }

    @Override
    public boolean needed() {
        return true;
    }

    /** The name is the one that the user gave, never one that the server tells, who could pass the proof on. */
    @Override
    public Credentials awsProof(@Nullable String serverName) {
        String name = serverName == null ? server.getHost() : serverName;
        return new CallerProof(aws, Clock.systemUTC())
                .sign(name.toLowerCase(Locale.ROOT))
                .credentials("console");
    }

    @Override
    public void keep(Login login) {
        sessions.put(server, login);
    }

    @Override
    public void forget() {
        sessions.remove(server);
    }

    /** The launcher says where the server beside it lives. */
    @Override
    public Optional<String> setupToken() {
        String home = System.getProperty("quant.home", "");
        Path file = Path.of(home, "data", "setup-token");
        if (home.isEmpty() || !Files.isReadable(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(Files.readString(file).strip());
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
