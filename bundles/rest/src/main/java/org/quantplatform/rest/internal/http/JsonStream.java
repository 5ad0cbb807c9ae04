package org.quantplatform.rest.internal.http;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Optional;

/** A document too large to be held whole. */
public interface JsonStream {

    /** Changes whenever the document does; empty when that is not known beforehand. */
    Optional<String> tag();

    void write(JsonGenerator json) throws IOException;
}
