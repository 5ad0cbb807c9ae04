package org.quantplatform.security.internal.secret;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.quantplatform.api.Page;
import org.quantplatform.api.PageRequest;
import org.quantplatform.api.secrets.SecretInfo;
import org.quantplatform.api.secrets.SecretValue;
import org.quantplatform.api.secrets.StoredSecrets;
import org.quantplatform.core.identity.Caller;
import org.quantplatform.core.identity.CallerService;

/** Lets administrators store secrets; nothing here gives one back. */
@Component
public final class SecretAdministration implements CallerService<StoredSecrets> {

    private final SecretVault vault;

    @Activate
    public SecretAdministration(@Reference SecretVault vault) {
        this.vault = vault;
    }

    @Override
    public Class<StoredSecrets> type() {
        return StoredSecrets.class;
    }

    @Override
    public StoredSecrets forCaller(Caller caller) {
        return new StoredSecrets() {

            @Override
            public Page<SecretInfo> list(PageRequest page) {
                return vault.list(page);
            }

            @Override
            public SecretInfo set(String name, SecretValue value) {
                return vault.set(name, value, caller.username());
            }

            @Override
            public void delete(String name) {
                vault.delete(name);
            }
        };
    }
}
