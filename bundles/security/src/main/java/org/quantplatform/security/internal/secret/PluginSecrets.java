package org.quantplatform.security.internal.secret;

import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.ComponentContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;
import org.quantplatform.core.identity.AuditLog;
import org.quantplatform.core.identity.Caller;
import org.quantplatform.model.QuantException;
import org.quantplatform.spi.secret.Secrets;

/** The secrets as one bundle sees them: each has an instance of its own, so that the audit log knows who asked. */
@Component(scope = ServiceScope.BUNDLE)
public final class PluginSecrets implements Secrets {

    private static final int LONGEST_NAME = 200;

    private final SecretVault vault;
    private final AuditLog log;
    private final Caller bundle;

    @Activate
    public PluginSecrets(ComponentContext context, @Reference SecretVault vault, @Reference AuditLog log) {
        this(vault, log, String.valueOf(context.getUsingBundle().getSymbolicName()));
    }

    PluginSecrets(SecretVault vault, AuditLog log, String symbolicName) {
        this.vault = vault;
        this.log = log;
        String name = symbolicName.substring(0, Math.min(symbolicName.length(), LONGEST_NAME));
        this.bundle = new Caller(0, "bundle:" + name, Set.of(), "", "");
    }

    @Override
    public Optional<String> find(String name) {
        if (!SecretVault.isName(name)) {
            log.append(bundle, "secret.use", null, "failed");
            return Optional.empty();
        }
        Optional<String> value;
        try {
            value = vault.find(name);
        } catch (QuantException e) {
            recordFailure(name, e);
            throw e;
        }
        log.append(bundle, "secret.use", name, value.isPresent() ? "ok" : "failed");
        return value;
    }

    private void recordFailure(String name, QuantException failure) {
        try {
            log.append(bundle, "secret.use", name, "failed");
        } catch (QuantException e) {
            failure.addSuppressed(e);
        }
    }
}
