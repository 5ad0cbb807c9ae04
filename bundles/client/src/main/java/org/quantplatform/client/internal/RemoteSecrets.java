package org.quantplatform.client.internal;

import org.quantplatform.api.Page;
import org.quantplatform.api.PageRequest;
import org.quantplatform.api.secrets.SecretInfo;
import org.quantplatform.api.secrets.SecretValue;
import org.quantplatform.api.secrets.StoredSecrets;

/** {@code /admin/secrets}. */
public final class RemoteSecrets implements StoredSecrets {

    private final Http http;

    public RemoteSecrets(Http http) {
        this.http = http;
    }

    @Override
    public Page<SecretInfo> list(PageRequest page) {
        return http.send(Call.get(Query.of("/admin/secrets").page(page).toString()))
                .page("secrets", SecretInfo.class);
    }

    @Override
    public SecretInfo set(String name, SecretValue value) {
        return http.secret(Call.put(path(name), value)).as(SecretInfo.class);
    }

    @Override
    public void delete(String name) {
        http.send(Call.delete(path(name)));
    }

    private static String path(String name) {
        return "/admin/secrets/" + Query.segment(name);
    }
}
