package org.quantplatform.store.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import org.junit.jupiter.api.Test;
import org.quantplatform.api.PageRequest;
import org.quantplatform.api.secrets.SecretInfo;
import org.quantplatform.core.identity.SecretRecords.KeyProof;
import org.quantplatform.core.identity.SecretRecords.Sealed;

class StoredSecretRecordsTest {

    private final StoredSecretRecords records = new StoredSecretRecords(TestDatabase.migrated());

    private static Sealed sealed(String name, int content) {
        return new Sealed(name, new byte[] {1, 2}, new byte[] {(byte) content});
    }

    @Test
    void keepsTheLatestOfAName() {
        SecretInfo first = records.put(sealed("b", 1), "ann");
        SecretInfo second = records.put(sealed("b", 2), "bob");
        records.put(sealed("a", 3), "ann");

        assertThat(records.find("b").orElseThrow().content()).containsExactly(2);
        assertThat(records.find("c")).isEmpty();
        assertThat(second.createdAt()).isEqualTo(first.createdAt());
        assertThat(second.updatedAt()).isAfter(first.updatedAt());
        assertThat(records.list(PageRequest.FIRST).items())
                .extracting(SecretInfo::name, SecretInfo::updatedBy)
                .containsExactly(tuple("a", "ann"), tuple("b", "bob"));
    }

    @Test
    void keepsTheFirstProofUntilTheLastSecretIsGone() {
        KeyProof first = records.keep(new KeyProof(new byte[] {1}, new byte[] {2}));
        records.put(sealed("a", 1), "ann");

        assertThat(records.keep(new KeyProof(new byte[] {3}, new byte[] {4})).salt())
                .isEqualTo(first.salt());
        assertThat(records.remove("b")).isFalse();
        assertThat(records.proof()).isPresent();
        assertThat(records.remove("a")).isTrue();
        assertThat(records.proof()).isEmpty();
    }
}
