package org.quantplatform.catalog.internal;

import java.io.IOException;
import java.io.InputStream;

/** A plug-in at the door, as the framework has it. */
interface Arrival {

    /** The bundle's jar. */
    InputStream jar() throws IOException;

    /** Loads every class of the bundle, so that none is missing when the bundle has gone. */
    void loadClasses();

    /** Makes the plug-in, which runs its code. */
    Object plugin();
}
