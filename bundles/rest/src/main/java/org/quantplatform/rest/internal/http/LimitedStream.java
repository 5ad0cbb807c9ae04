package org.quantplatform.rest.internal.http;

import jakarta.servlet.http.HttpServletRequest;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.quantplatform.model.ErrorCode;
import org.quantplatform.model.QuantException;

/** Refuses a body that is longer than allowed. */
final class LimitedStream extends FilterInputStream {

    private static final long DRAINED = 32L * 1024 * 1024;

    private final long limit;
    private long read;

    LimitedStream(InputStream in, long limit) {
        super(in);
        this.limit = limit;
    }

    static QuantException tooLarge(long limit) {
        return QuantException.of(ErrorCode.TOO_LARGE, "the body is larger than the limit of " + limit + " bytes");
    }

    /** Reads on for a while: a client that is still sending would otherwise not see the answer. */
    static void drain(HttpServletRequest request, long limit) throws IOException {
        long length = request.getContentLengthLong();
        if (request.getHeader("Expect") == null && length >= 0 && length <= limit + DRAINED) {
            request.getInputStream().transferTo(java.io.OutputStream.nullOutputStream());
        }
    }

    @Override
    public int read() throws IOException {
        int value = super.read();
        if (value >= 0) {
            count(1);
        }
        return value;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int count = super.read(buffer, offset, length);
        if (count > 0) {
            count(count);
        }
        return count;
    }

    private void count(int bytes) throws IOException {
        read += bytes;
        if (read > limit) {
            byte[] sink = new byte[8192];
            for (long rest = DRAINED; rest > 0; ) {
                int count = in.read(sink);
                if (count < 0) {
                    break;
                }
                rest -= count;
            }
            throw tooLarge(limit);
        }
    }
}
