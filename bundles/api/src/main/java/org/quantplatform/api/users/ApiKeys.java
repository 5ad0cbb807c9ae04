package org.quantplatform.api.users;

import org.osgi.annotation.versioning.ProviderType;
import org.quantplatform.api.Access;
import org.quantplatform.api.Page;
import org.quantplatform.api.PageRequest;
import org.quantplatform.api.Permission;

/**
 * Keys by which programs of the caller call, as {@code Authorization: Bearer qk_…}. A key may do what its scopes say as long
 * as its owner's role may do it too. No key may see or change the account that it belongs to.
 */
@ProviderType
public interface ApiKeys {

    /** The caller's own, latest first. */
    @Access(Permission.ACCOUNT)
    Page<ApiKey> list(PageRequest page);

    /**
     * @throws org.quantplatform.model.QuantException {@code INVALID_REQUEST} with every wrong field, {@code FORBIDDEN} for
     *     callers who do not log in, {@code CONFLICT} when there are too many already
     */
    @Access(value = Permission.ACCOUNT, audit = "apikey.create")
    IssuedApiKey create(NewApiKey key);

    /** The key counts no more from now on. */
    @Access(value = Permission.ACCOUNT, audit = "apikey.revoke")
    void revoke(String id);
}
