package org.quantplatform.rest.internal.http;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.quantplatform.model.ErrorCode;
import org.quantplatform.model.QuantException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where a part of a request is kept. What fails here, as on a full disk, is no fault of the request. */
final class UploadedFile extends OutputStream {

    private static final Logger LOG = LoggerFactory.getLogger(UploadedFile.class);
    private static final int BUFFER = 1 << 16;

    private final OutputStream out;

    UploadedFile(Path file) {
        try {
            out = new BufferedOutputStream(Files.newOutputStream(file), BUFFER);
        } catch (IOException e) {
            throw failed(e);
        }
    }

    static QuantException failed(IOException cause) {
        LOG.warn("An upload cannot be kept: {}", cause.toString());
        return QuantException.of(ErrorCode.UNAVAILABLE, "the upload cannot be kept on the server", cause);
    }

    @Override
    public void write(int value) {
        try {
            out.write(value);
        } catch (IOException e) {
            throw failed(e);
        }
    }

    @Override
    public void write(byte[] bytes, int from, int length) {
        try {
            out.write(bytes, from, length);
        } catch (IOException e) {
            throw failed(e);
        }
    }

    @Override
    public void close() {
        try {
            out.close();
        } catch (IOException e) {
            throw failed(e);
        }
    }
}
