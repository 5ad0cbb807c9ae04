package org.quantplatform.store.internal.imports;

import org.quantplatform.store.internal.sql.Database;

/** The same of imports whose bars are copied to where they stay. */
class DirectImportsTest extends StoredImportsTest {

    @Override
    Importing importing(Database to) {
        return new Importing(to, true);
    }
}
