package org.quantplatform.catalog.internal;

import java.util.List;
import org.quantplatform.model.Credentials;
import org.quantplatform.spi.auth.AuthMode;
import org.quantplatform.spi.auth.AuthResult;
import org.quantplatform.spi.data.Capabilities;
import org.quantplatform.spi.data.DataSource;

/** Checks plug-ins that reach outside without making them do so. */
final class ContractProbe {

    private ContractProbe() {}

    /** @throws Refusal with the first thing that is wrong */
    static void run(DataSource source) {
        Capabilities capabilities = source.capabilities();
        Refusal.unless(capabilities != null, "its capabilities are null");
        Refusal.unless(!capabilities.kinds().isEmpty(), "says that it delivers nothing");
        Refusal.unless(capabilities.equals(source.capabilities()), "its capabilities differ between two calls");
    }

    /** @throws Refusal with the first thing that is wrong */
    static void run(AuthMode mode) {
        for (String address : List.of("127.0.0.1", "203.0.113.7")) {
            AuthResult result = mode.authenticate(Credentials.from(address));
            Refusal.unless(result != null, "answers null to empty credentials");
            if (result instanceof AuthResult.Granted granted) {
                Refusal.unless(!granted.username().isBlank(), "grants access without naming the user");
            }
        }
    }
}
