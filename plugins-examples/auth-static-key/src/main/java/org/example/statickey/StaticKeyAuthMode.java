package org.example.statickey;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Locale;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.metatype.annotations.Designate;
import org.quantplatform.model.Credentials;
import org.quantplatform.model.Role;
import org.quantplatform.spi.Plugin;
import org.quantplatform.spi.auth.AuthMode;
import org.quantplatform.spi.auth.AuthResult;

/** Lets in whoever sends the key that stands in {@code etc/}, as {@code Authorization: Bearer KEY}. */
@Plugin(id = "static-key", title = "One key from a file")
@Component(configurationPid = "org.example.statickey")
@Designate(ocd = StaticKeyConfig.class)
public final class StaticKeyAuthMode implements AuthMode {

    private static final int SHORTEST_KEY = 32;
    private static final AuthResult.Denied REFUSED = new AuthResult.Denied("send the key of this server");

    private final byte[] key;
    private final AuthResult granted;

    /** A wrong role is told in the server's log, and the mode is not there. */
    @Activate
    public StaticKeyAuthMode(StaticKeyConfig config) {
        this.key = bytes(config.key().strip());
        Role role = Role.valueOf(config.role().strip().toUpperCase(Locale.ROOT));
        this.granted = new AuthResult.Granted(config.username(), Set.of(role));
    }

    @Override
    public AuthResult authenticate(Credentials credentials) {
        byte[] sent = bytes(credentials.values().getOrDefault("bearer", ""));
        return key.length >= SHORTEST_KEY && MessageDigest.isEqual(key, sent) ? granted : REFUSED;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
