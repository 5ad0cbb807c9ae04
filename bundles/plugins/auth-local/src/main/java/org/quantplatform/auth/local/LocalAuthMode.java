package org.quantplatform.auth.local;

import java.util.Set;
import org.osgi.service.component.annotations.Component;
import org.quantplatform.model.Credentials;
import org.quantplatform.model.Role;
import org.quantplatform.spi.Plugin;
import org.quantplatform.spi.auth.AuthMode;
import org.quantplatform.spi.auth.AuthResult;

/** Lets everybody in who calls from this machine, as the administrator {@code local}, and nobody else. */
@Plugin(id = "local", title = "No login, this machine only")
@Component
public final class LocalAuthMode implements AuthMode {

    private static final AuthResult ADMINISTRATOR = new AuthResult.Granted("local", Set.of(Role.ADMIN));
    private static final AuthResult FROM_ELSEWHERE =
            new AuthResult.Denied("this server takes calls from its own machine only");

    @Override
    public AuthResult authenticate(Credentials credentials) {
        return isLocal(credentials.address()) ? ADMINISTRATOR : FROM_ELSEWHERE;
    }

    @Override
    public boolean takesCallersFromElsewhere() {
        return false;
    }

    /** Compares text and never asks a name server, which an outsider may control. */
    private static boolean isLocal(String address) {
        return address.equals("console")
                || address.matches("127\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}")
                || address.equals("::1")
                || address.equals("0:0:0:0:0:0:0:1")
                || address.equals("[::1]")
                || address.equals("[0:0:0:0:0:0:0:1]");
    }
}
