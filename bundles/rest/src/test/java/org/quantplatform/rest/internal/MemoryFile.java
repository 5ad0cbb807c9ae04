package org.quantplatform.rest.internal;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.quantplatform.api.backtests.ResultFile;
import org.quantplatform.api.backtests.ResultFormat;

/** A file that tells what was asked for, a hundred times. */
record MemoryFile(String title, ResultFormat format, String query) implements ResultFile {

    private byte[] content() {
        return ("content of " + query + "\n").repeat(100).getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String name() {
        return title + "." + format.extension();
    }

    @Override
    public String mediaType() {
        return format.mediaType();
    }

    @Override
    public String tag() {
        return "tag-" + Integer.toHexString(query.hashCode());
    }

    @Override
    public long length() {
        return content().length;
    }

    @Override
    public InputStream open(long from) {
        byte[] content = content();
        return new ByteArrayInputStream(content, (int) from, content.length - (int) from);
    }
}
