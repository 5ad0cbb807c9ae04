package org.quantplatform.spi.secret;

import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Keys and passwords that an administrator has stored for plug-ins ({@code quant secret set NAME}). A plug-in refers to this
 * service and asks by name each time it needs the value; its settings hold the name, never the value:
 *
 * <pre>{@code
 * @Activate
 * public FeedSource(@Reference Secrets secrets) { … }
 *
 * String key = secrets.find("feed-key").orElseThrow(() -> new PluginException("store the secret 'feed-key' first"));
 * }</pre>
 *
 * Each question is in the audit log under the name of the bundle that asks. Safe for use by several threads.
 */
@ProviderType
public interface Secrets {

    /**
     * The value as it was stored; it belongs in no log, message or {@code toString}.
     *
     * @return empty when nothing is stored under that name
     * @throws org.quantplatform.model.QuantException {@code UNAVAILABLE} when the database does not answer or the server's
     *     key is not the one that the secrets were encrypted with
     */
    Optional<String> find(String name);
}
