package org.quantplatform.spi.data;

import java.io.IOException;
import java.io.InputStream;
import org.osgi.annotation.versioning.ProviderType;

/** A file handed over by the caller; the source closes what it opens. */
@ProviderType
public interface InputFile {

    /** Without a folder; its ending tells the format. */
    String name();

    InputStream open() throws IOException;
}
