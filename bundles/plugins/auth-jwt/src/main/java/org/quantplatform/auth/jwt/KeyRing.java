package org.quantplatform.auth.jwt;

import com.nimbusds.jose.jwk.JWK;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The newest key signs. When it is too old or of another algorithm than the settings ask for, a new one takes its place;
 * the one before verifies until the last token that it signed has expired, and is then removed.
 */
final class KeyRing {

    private static final Logger LOG = LoggerFactory.getLogger(KeyRing.class);
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(5);
    private static final int ID_BYTES = 8;

    private final KeyFiles files;
    private final Settings settings;
    private final Clock clock;
    private List<SigningKey> keys;
    private Instant readAt;

    KeyRing(KeyFiles files, Settings settings, Clock clock) {
        this.files = files;
        this.settings = settings;
        this.clock = clock;
        this.keys = files.read();
        this.readAt = clock.instant();
    }

    /** The key that signs now; made when there is none. */
    synchronized SigningKey signing() {
        lookAgain();
        Optional<SigningKey> newest = newest();
        Instant oldest = clock.instant().minus(settings.keyLife());
        boolean serves = newest.isPresent()
                && newest.get().algorithm() == settings.algorithm()
                && newest.get().made().isAfter(oldest);
        return serves ? newest.get() : next();
    }

    /** A key that may verify now; empty when there is none of that id. */
    synchronized Optional<SigningKey> verifying(String id) {
        lookAgain();
        return live().stream().filter(key -> key.id().equals(id)).findFirst();
    }

    /** What may verify now, newest last, without its private part. */
    synchronized List<JWK> publicKeys() {
        lookAgain();
        return live().stream().map(key -> key.jwk().toPublicJWK()).toList();
    }

    private Optional<SigningKey> newest() {
        return keys.isEmpty() ? Optional.empty() : Optional.of(keys.get(keys.size() - 1));
    }

    private List<SigningKey> live() {
        List<SigningKey> live = new ArrayList<>();
        for (int i = 0; i < keys.size(); i++) {
            boolean signs = i == keys.size() - 1;
            if (signs || keys.get(i + 1).made().plus(settings.access()).isAfter(clock.instant())) {
                live.add(keys.get(i));
            }
        }
        return live;
    }

    /** Another server may share the folder, and its owner may take a key away; many calls read the files once. */
    private void lookAgain() {
        if (!readAt.plus(LOOK_AGAIN).isAfter(clock.instant())) {
            keys = files.read();
            readAt = clock.instant();
        }
    }

    private SigningKey next() {
        byte[] id = new byte[ID_BYTES];
        new SecureRandom().nextBytes(id);
        try {
            JWK made = settings.algorithm().newKey(HexFormat.of().formatHex(id));
            Instant now = newest().map(last -> last.made().plusMillis(1))
                    .filter(after -> after.isAfter(clock.instant()))
                    .orElse(clock.instant());
            SigningKey key = new SigningKey(made, settings.algorithm(), Instant.ofEpochMilli(now.toEpochMilli()));
            files.write(key);
            LOG.info("tokens are signed with the new key {} ({}) from now on", key.id(), key.algorithm());
            List<SigningKey> live = new ArrayList<>(live());
            keys.stream().filter(old -> !live.contains(old)).forEach(files::remove);
            live.add(key);
            keys = List.copyOf(live);
            return key;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java has no " + settings.algorithm(), e);
        }
    }
}
