package org.quantplatform.core.files;

import java.io.Closeable;
import java.io.IOException;

/** Takes the rows of one table; closing writes what the format has at its end. */
public interface Rows<R> extends Closeable {

    void add(R row) throws IOException;
}
