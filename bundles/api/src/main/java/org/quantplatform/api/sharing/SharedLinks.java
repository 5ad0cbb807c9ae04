package org.quantplatform.api.sharing;

import org.osgi.annotation.versioning.ProviderType;

/** Opens links, which need no session. */
@ProviderType
public interface SharedLinks {

    /**
     * The results to which the token leads.
     *
     * @param address from where it is asked
     * @throws org.quantplatform.model.QuantException {@code NOT_FOUND} when the token is unknown, revoked or expired, or
     *     its owner is not active any more
     */
    SharedResults open(String token, String address);
}
