package org.quantplatform.client.internal;

import org.quantplatform.api.Page;
import org.quantplatform.api.PageRequest;
import org.quantplatform.api.users.ApiKey;
import org.quantplatform.api.users.ApiKeys;
import org.quantplatform.api.users.IssuedApiKey;
import org.quantplatform.api.users.NewApiKey;

/** {@code /auth/api-keys}. */
public final class RemoteApiKeys implements ApiKeys {

    private static final String PATH = "/auth/api-keys";

    private final Http http;

    public RemoteApiKeys(Http http) {
        this.http = http;
    }

    @Override
    public Page<ApiKey> list(PageRequest page) {
        return http.send(Call.get(Query.of(PATH).page(page).toString())).page("keys", ApiKey.class);
    }

    @Override
    public IssuedApiKey create(NewApiKey key) {
        return http.send(Call.post(PATH, key)).as(IssuedApiKey.class);
    }

    @Override
    public void revoke(String id) {
        http.send(Call.delete(PATH + "/" + Query.segment(id)));
    }
}
