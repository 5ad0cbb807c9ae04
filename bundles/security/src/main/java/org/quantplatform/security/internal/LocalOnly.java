package org.quantplatform.security.internal;

import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.quantplatform.spi.auth.AuthMode;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An auth mode that lets in whoever calls from this machine does not serve while the server can be reached from others: a
 * forgotten setting must not make everybody an administrator who finds a way to look local.
 */
@Component(service = LocalOnly.class)
public final class LocalOnly {

    private static final Logger LOG = LoggerFactory.getLogger(LocalOnly.class);

    private final AuthModes modes;
    private final HttpReach reach;
    private volatile String told = "";

    @Activate
    public LocalOnly(@Reference AuthModes modes, @Reference HttpReach reach) {
        this.modes = modes;
        this.reach = reach;
    }

    /** Why the mode does not serve; empty when it does. */
    Optional<String> refusal(String name, AuthMode mode) {
        return mode.takesCallersFromElsewhere()
                ? Optional.empty()
                : reach.fromElsewhere().map(at -> reason(name, at));
    }

    /** Why one of the active modes does not serve; also told in the log, once. */
    Optional<String> problem() {
        Optional<String> at = reach.fromElsewhere();
        Optional<String> problem = at.isEmpty() ? Optional.empty() : named().map(name -> reason(name, at.get()));
        String now = problem.orElse("");
        if (!now.equals(told)) {
            told = now;
            problem.ifPresent(LOG::error);
        }
        return problem;
    }

    private Optional<String> named() {
        List<String> names = modes.names();
        return names.stream()
                .filter(name -> modes.find(name)
                        .filter(mode -> !mode.takesCallersFromElsewhere())
                        .isPresent())
                .findFirst();
    }

    private static String reason(String name, String endpoint) {
        return "auth mode '" + name + "' does not serve while the server listens on " + endpoint
                + "; choose another in etc/org.quantplatform.security.cfg, or listen on 127.0.0.1";
    }
}
