package org.quantplatform.shell.karaf;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.quantplatform.api.auth.Login;
import org.quantplatform.api.auth.Logins;
import org.quantplatform.model.Credentials;
import org.quantplatform.model.ErrorCode;
import org.quantplatform.model.QuantException;
import org.quantplatform.shell.Entry;

/** Inside the server: whoever is in its shell owns the machine. */
final class KarafEntry implements Entry {

    private final Platform platform;

    KarafEntry(Platform platform) {
        this.platform = platform;
    }

    @Override
    public Logins logins() {
        Logins logins = platform.logins();
        if (logins == null) {
            throw QuantException.of(ErrorCode.UNAVAILABLE, "the platform is not ready yet");
        }
        return logins;
    }

    @Override
    public boolean needed() {
        return false;
    }

    @Override
    public Credentials awsProof(@Nullable String serverName) {
        throw new IllegalStateException("the server's shell needs no session");
    }

    @Override
    public void keep(Login login) {
        throw new IllegalStateException("the server's shell needs no session");
    }

    @Override
    public void forget() {
        // nothing is kept
    }

    @Override
    public Optional<String> setupToken() {
        try {
            Path data = Path.of(System.getProperty("karaf.data", "data"));
            return Optional.of(Files.readString(data.resolve("setup-token")).strip());
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
