package org.quantplatform.store.internal.panels;

import java.nio.file.Path;
import org.quantplatform.store.internal.sql.Database;

/** Panels for tests of what changes them. */
public final class TestPanels {

    private TestPanels() {}

    /** Kept in memory only, so that nothing is written aside. */
    public static StoredPanels in(Database database, Path folder) {
        return new StoredPanels(database, TestSettings.megabytes(0), folder);
    }
}
