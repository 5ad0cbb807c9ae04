package org.quantplatform.store.internal.imports;

/** What became of rows that were merged. */
public record RowCounts(long stored, long unchanged, long revised) {

    static final RowCounts NONE = new RowCounts(0, 0, 0);

    RowCounts plus(RowCounts other) {
        return new RowCounts(stored + other.stored, unchanged + other.unchanged, revised + other.revised);
    }

    boolean changed() {
        return stored + revised > 0;
    }
}
