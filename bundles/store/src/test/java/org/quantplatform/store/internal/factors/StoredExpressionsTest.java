package org.quantplatform.store.internal.factors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.quantplatform.api.PageRequest;
import org.quantplatform.core.factors.ExpressionStore.StoredText;
import org.quantplatform.store.internal.TestDatabase;
import org.quantplatform.store.internal.sql.Database;

class StoredExpressionsTest {

    private final Database database = TestDatabase.migrated();
    private final StoredExpressions expressions = new StoredExpressions(database);
    private final long ann = TestDatabase.caller(database, "ann").userId();
    private final long bob = TestDatabase.caller(database, "bob").userId();

    @Test
    void keepsEachOwnersOwn() {
        StoredText stored = expressions.create(ann, "mine", "Mean($close, 5)", "short");
        assertThat(expressions.get(ann, "mine")).contains(stored);
        assertThat(expressions.get(bob, "mine")).isEmpty();
        expressions.create(bob, "mine", "$open", "");
        expressions.create(ann, "a", "$low", "");

        assertThat(expressions.list(ann, PageRequest.FIRST).items())
                .extracting(StoredText::id)
                .containsExactly("a", "mine");
        assertThat(expressions.list(ann, PageRequest.FIRST).total()).isEqualTo(2);
        assertThat(expressions.delete(ann, "mine")).isTrue();
        assertThat(expressions.delete(ann, "mine")).isFalse();
        assertThat(expressions.get(bob, "mine")).isPresent();
    }

    @Test
    void storesTheSameOnceAndRefusesAnother() {
        StoredText stored = expressions.create(ann, "mine", "$close", "");
        assertThat(expressions.create(ann, "mine", "$close", "")).isEqualTo(stored);
        assertThatThrownBy(() -> expressions.create(ann, "mine", "$open", ""))
                .hasMessageContaining("another expression 'mine'");
    }

    @Test
    void isBounded() {
        for (int i = 0; i < StoredExpressions.MOST; i++) {
            expressions.create(ann, "e" + i, "$close", "");
        }
        assertThatThrownBy(() -> expressions.create(ann, "more", "$close", "")).hasMessageContaining("at most 1000");
        assertThat(expressions.get(ann, "more")).isEmpty();
    }
}
