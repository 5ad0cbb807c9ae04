package org.quantplatform.security.internal.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.quantplatform.api.Page;
import org.quantplatform.api.PageRequest;
import org.quantplatform.api.audit.AuditQuery;
import org.quantplatform.api.audit.AuditRecord;
import org.quantplatform.api.audit.AuditVerification;
import org.quantplatform.api.secrets.SecretValue;
import org.quantplatform.core.identity.AuditLog;
import org.quantplatform.core.identity.Caller;
import org.quantplatform.core.identity.SecretRecords.Sealed;
import org.quantplatform.model.ErrorCode;
import org.quantplatform.model.QuantException;

class SecretVaultTest {

    private static final SecretValue VALUE = new SecretValue("s3cret \u00e9 \uc11c\uc6b8");

    @TempDir
    Path folder;

    private final MemorySecretRecords records = new MemorySecretRecords();

    private SecretVault vault(@Nullable String variable) {
        return new SecretVault(records, new MasterKey(folder.resolve("secret-key"), variable));
    }

    private static ErrorCode code(Throwable thrown) {
        return ((QuantException) thrown).code();
    }

    @Test
    void givesBackWhatWasStoredAlsoAfterARestart() throws IOException {
        vault(null).set("feed-key", VALUE, "ann");

        assertThat(vault(null).find("feed-key")).contains("s3cret \u00e9 \uc11c\uc6b8");
        assertThat(vault(null).find("other")).isEmpty();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("secret-key"))))
                .isEqualTo("rw-------");
    }

    @Test
    void storesNothingThatTellsTheValue() {
        SecretVault vault = vault(null);
        vault.set("one", VALUE, "ann");
        vault.set("two", VALUE, "ann");

        Sealed one = records.sealed.get("one");
        assertThat(new String(one.content(), StandardCharsets.UTF_8)).doesNotContain("s3cret");
        assertThat(one.content()).isNotEqualTo(records.sealed.get("two").content());
        assertThat(one.toString()).doesNotContain("s3cret");
        assertThat(VALUE.toString()).doesNotContain("s3cret");
    }

    @Test
    void refusesRowsThatWereExchangedOrChanged() {
        SecretVault vault = vault(null);
        vault.set("one", VALUE, "ann");
        Sealed one = records.sealed.get("one");

        records.sealed.put("two", new Sealed("two", one.nonce(), one.content()));
        assertThatThrownBy(() -> vault.find("two"))
                .hasMessageContaining("was damaged")
                .extracting(SecretVaultTest::code)
                .isEqualTo(ErrorCode.UNAVAILABLE);
        one.content()[0] ^= 1;
        assertThatThrownBy(() -> vault.find("one")).hasMessageContaining("was damaged");
    }

    @Test
    void tellsAWrongKey() throws IOException {
        vault(null).set("one", VALUE, "ann");
        Files.delete(folder.resolve("secret-key"));

        assertThatThrownBy(() -> vault(null).find("one")).hasMessageContaining("another key");
        assertThatThrownBy(() -> vault(null).set("two", VALUE, "ann")).hasMessageContaining("another key");
        vault(null).delete("one");
        vault(null).set("two", VALUE, "ann");
        assertThat(vault(null).find("two")).isPresent();
    }

    @Test
    void takesKeyOrPassphraseFromTheEnvironment() {
        vault("correct horse battery staple").set("one", VALUE, "ann");
        assertThat(vault("correct horse battery staple").find("one")).isPresent();
        assertThatThrownBy(() -> vault("correct horse battery stable").find("one"))
                .hasMessageContaining("another key");
        assertThatThrownBy(() -> vault("short").find("one"))
                .hasMessageContaining("QUANT_SECRET_KEY must have at least 16 characters")
                .hasMessageNotContaining("short");
        vault(null).delete("one");
        vault("0f".repeat(32)).set("one", VALUE, "ann");
        assertThat(vault("0F".repeat(32)).find("one")).isPresent();
        assertThat(folder.resolve("secret-key")).doesNotExist();
    }

    @Test
    void refusesAFileThatOthersMayRead() throws IOException {
        Path file = folder.resolve("secret-key");
        vault(null).set("one", VALUE, "ann");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
        assertThatThrownBy(() -> vault(null).find("one")).hasMessageContaining("chmod 600");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        Files.writeString(file, "not a key");
        assertThatThrownBy(() -> vault(null).find("one"))
                .hasMessageContaining("64 hexadecimal digits")
                .hasMessageNotContaining("not a key");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "../x", "Upper", "-x", "a b", "a'; drop table secrets; --", "\u00e9"})
    void refusesNames(String name) {
        assertThatThrownBy(() -> vault(null).set(name, VALUE, "ann"))
                .extracting(SecretVaultTest::code)
                .isEqualTo(ErrorCode.INVALID_REQUEST);
    }

    @Test
    void boundsValues() {
        SecretVault vault = vault(null);
        assertThatThrownBy(() -> vault.set("one", new SecretValue(null), "ann")).hasMessageContaining("value");
        assertThatThrownBy(() -> vault.set("one", new SecretValue(""), "ann")).hasMessageContaining("value");
        assertThatThrownBy(() -> vault.set("one", new SecretValue("x".repeat(4097)), "ann"))
                .hasMessageContaining("value");
        vault.set("one", new SecretValue("x".repeat(4096)), "ann");
        assertThat(vault.list(PageRequest.FIRST).items()).hasSize(1);
    }

    @Test
    void recordsEachUseUnderTheBundleThatAsks() {
        List<String> log = new ArrayList<>();
        SecretVault vault = vault(null);
        vault.set("one", VALUE, "ann");
        PluginSecrets secrets = new PluginSecrets(vault, new Lines(log), "org.example.feed");

        assertThat(secrets.find("one")).isPresent();
        assertThat(secrets.find("two")).isEmpty();
        assertThat(secrets.find("what was typed is no name")).isEmpty();
        records.sealed.get("one").content()[0] ^= 1;
        assertThatThrownBy(() -> secrets.find("one")).isInstanceOf(QuantException.class);
        assertThat(log)
                .containsExactly(
                        "bundle:org.example.feed secret.use one ok",
                        "bundle:org.example.feed secret.use two failed",
                        "bundle:org.example.feed secret.use null failed",
                        "bundle:org.example.feed secret.use one failed");
    }

    /** A log of lines. */
    private record Lines(List<String> lines) implements AuditLog {

        @Override
        public void append(Caller caller, String action, @Nullable String resource, String status) {
            lines.add(caller.username() + " " + action + " " + resource + " " + status);
        }

        @Override
        public Page<AuditRecord> list(AuditQuery query, PageRequest page) {
            throw new UnsupportedOperationException();
        }

        @Override
        public AuditVerification verify(@Nullable String anchor) {
            throw new UnsupportedOperationException();
        }
    }
}
