package org.quantplatform.rest.internal.http;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.quantplatform.api.backtests.ResultFile;

/** Sends a file, whole or in part, so that a copy that broke off can be taken up. */
public final class Download {

    private static final int BUFFER = 1 << 16;

    private Download() {}

    public static Response answer(Call call, ResultFile file) {
        String tag = "\"" + file.tag() + "\"";
        String known = call.request().getHeader("If-None-Match");
        if (known != null && Conditions.names(known, tag)) {
            return head(Response.status(304), file, tag).build();
        }
        Optional<ByteRange> part = isUnchanged(call.request().getHeader("If-Range"), tag)
                ? ByteRange.of(call.request().getHeader("Range"), file.length())
                : Optional.empty();
        if (part.isEmpty()) {
            return head(Response.ok(output(file, new ByteRange(0, file.length() - 1))), file, tag)
                    .header("Content-Length", file.length())
                    .build();
        }
        ByteRange range = part.get();
        return head(Response.status(206).entity(output(file, range)), file, tag)
                .header("Content-Length", range.length())
                .header("Content-Range", "bytes " + range.from() + "-" + range.to() + "/" + file.length())
                .build();
    }

    /** The name holds no quotes and no line ends, and browsers make no folder of it. */
    private static Response.ResponseBuilder head(Response.ResponseBuilder answer, ResultFile file, String tag) {
        return answer.type(file.mediaType())
                .header("ETag", tag)
                .header("Accept-Ranges", "bytes")
                .header("Cache-Control", "private, no-cache")
                .header("Content-Disposition", "attachment; filename=\"" + file.name() + "\"");
    }

    /** Of a file that has changed the rest would not fit. */
    private static boolean isUnchanged(@Nullable String expected, String tag) {
        return expected == null || expected.strip().equals(tag);
    }

    private static StreamingOutput output(ResultFile file, ByteRange range) {
        return out -> {
            try (InputStream in = file.open(range.from())) {
                copy(in, out, range.length());
            }
        };
    }

    private static void copy(InputStream in, OutputStream out, long length) throws IOException {
        byte[] buffer = new byte[BUFFER];
        long left = length;
        while (left > 0) {
            int count = in.read(buffer, 0, (int) Math.min(buffer.length, left));
            if (count < 0) {
                throw new IOException("the file ended early");
            }
            out.write(buffer, 0, count);
            left -= count;
        }
    }
}
