package org.quantplatform.security.internal.secret;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.quantplatform.api.Page;
import org.quantplatform.api.PageRequest;
import org.quantplatform.api.secrets.SecretInfo;
import org.quantplatform.api.secrets.SecretValue;
import org.quantplatform.core.identity.SecretRecords;
import org.quantplatform.core.identity.SecretRecords.KeyProof;
import org.quantplatform.core.identity.SecretRecords.Sealed;
import org.quantplatform.model.ErrorCode;
import org.quantplatform.model.QuantException;

/** Encrypts secrets with AES-256-GCM; the name is authenticated with the value, so that rows cannot be exchanged. */
@Component(service = SecretVault.class)
public final class SecretVault {

    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._-]{0,63}");
    private static final int LONGEST_VALUE = 4096;
    private static final int NONCE_BYTES = 12;
    private static final int SALT_BYTES = 16;
    private static final int TAG_BITS = 128;

    private final SecretRecords records;
    private final MasterKey master;
    private final SecureRandom random = new SecureRandom();
    private @Nullable Key used;

    /** The key for one salt; deriving it from a passphrase takes a while. */
    private record Key(byte[] salt, byte[] bytes) {}

    @Activate
    public SecretVault(BundleContext context, @Reference SecretRecords records) {
        this(
                records,
                new MasterKey(
                        Path.of(context.getProperty("karaf.data")).resolve("secret-key"),
                        System.getenv(MasterKey.VARIABLE)));
    }

    SecretVault(SecretRecords records, MasterKey master) {
        this.records = records;
        this.master = master;
    }

    static boolean isName(String name) {
        return NAME.matcher(name).matches();
    }

    Page<SecretInfo> list(PageRequest page) {
        return records.list(page);
    }

    SecretInfo set(String name, SecretValue secret, String username) {
        if (!isName(name)) {
            throw QuantException.invalid(
                    "name", "must be 1 to 64 of a-z, 0-9, '.', '_' and '-', beginning with a letter or digit");
        }
        String value = secret.value();
        if (value == null || value.isEmpty() || value.length() > LONGEST_VALUE) {
            throw QuantException.invalid("value", "must have 1 to " + LONGEST_VALUE + " characters");
        }
        byte[] key = key(records.proof().orElseGet(() -> records.keep(newProof())));
        byte[] nonce = random(NONCE_BYTES);
        byte[] content = crypt(Cipher.ENCRYPT_MODE, key, name, nonce, value.getBytes(StandardCharsets.UTF_8));
        return records.put(new Sealed(name, nonce, content), username);
    }

    void delete(String name) {
        if (!records.remove(name)) {
            throw QuantException.notFound("secret", name);
        }
    }

    Optional<String> find(String name) {
        Optional<Sealed> sealed = records.find(name);
        if (sealed.isEmpty()) {
            return Optional.empty();
        }
        byte[] key = key(records.proof().orElseThrow(SecretVault::wrongKey));
        byte[] value = crypt(
                Cipher.DECRYPT_MODE,
                key,
                name,
                sealed.get().nonce(),
                sealed.get().content());
        return Optional.of(new String(value, StandardCharsets.UTF_8));
    }

    private KeyProof newProof() {
        byte[] salt = random(SALT_BYTES);
        return new KeyProof(salt, MasterKey.digest(derived(salt)));
    }

    private byte[] key(KeyProof proof) {
        byte[] key = derived(proof.salt());
        if (!MessageDigest.isEqual(proof.digest(), MasterKey.digest(key))) {
            throw wrongKey();
        }
        return key;
    }

    private synchronized byte[] derived(byte[] salt) {
        if (used == null || !MessageDigest.isEqual(used.salt(), salt)) {
            used = new Key(salt, master.derive(salt));
        }
        return used.bytes();
    }

    private byte[] random(int bytes) {
        byte[] filled = new byte[bytes];
        random.nextBytes(filled);
        return filled;
    }

    private static byte[] crypt(int mode, byte[] key, String name, byte[] nonce, byte[] content) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(name.getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(content);
        } catch (GeneralSecurityException e) {
            throw QuantException.of(ErrorCode.UNAVAILABLE, "the secret '" + name + "' was damaged; set it again", e);
        }
    }

    private static QuantException wrongKey() {
        return QuantException.of(
                ErrorCode.UNAVAILABLE,
                "the secrets were encrypted with another key than this server's; give it back, or delete them all");
    }
}
