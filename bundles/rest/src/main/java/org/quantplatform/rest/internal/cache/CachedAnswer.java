package org.quantplatform.rest.internal.cache;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * The 200 of a read, ready to be sent.
 *
 * @param etag quotes included
 * @param lastModified HTTP date, empty when it is not known
 * @param encoding of the body, empty for none
 */
public record CachedAnswer(String etag, String lastModified, String encoding, byte[] body) {

    private static final int OVERHEAD = 200;

    int weight() {
        return body.length + etag.length() + lastModified.length() + OVERHEAD;
    }

    byte[] toBytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(body.length + OVERHEAD);
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeUTF(etag);
            out.writeUTF(lastModified);
            out.writeUTF(encoding);
            out.writeInt(body.length);
            out.write(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** @throws IOException when the bytes are not what {@link #toBytes} gave */
    static CachedAnswer of(byte[] bytes) throws IOException {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            String etag = in.readUTF();
            String lastModified = in.readUTF();
            String encoding = in.readUTF();
            int length = in.readInt();
            if (length != in.available()) {
                throw new IOException("cut off");
            }
            return new CachedAnswer(etag, lastModified, encoding, in.readAllBytes());
        }
    }
}
