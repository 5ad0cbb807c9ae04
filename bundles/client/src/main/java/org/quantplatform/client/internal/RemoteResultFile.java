package org.quantplatform.client.internal;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.quantplatform.api.backtests.ResultFile;
import org.quantplatform.model.ErrorCode;
import org.quantplatform.model.QuantException;

/** A file of the server, fetched piece by piece, so that a broken connection costs one piece only. */
final class RemoteResultFile implements ResultFile {

    private static final int PIECE = 1 << 20;
    private static final Pattern RANGE = Pattern.compile("bytes [0-9]+-[0-9]+/([0-9]{1,18})");
    private static final Pattern NAME = Pattern.compile("filename=\"([A-Za-z0-9_.-]{1,128})\"");

    private final Http http;
    private final String path;
    private final String name;
    private final String mediaType;
    private final String etag;
    private final long length;

    private RemoteResultFile(Http http, String path, Answer first) {
        this.http = http;
        this.path = path;
        this.name = part(first, "Content-Disposition", NAME);
        this.mediaType = first.headers().firstValue("Content-Type").orElse("application/octet-stream");
        this.etag = first.etag().orElseThrow(() -> unfit("no ETag"));
        this.length = Long.parseLong(part(first, "Content-Range", RANGE));
    }

    static RemoteResultFile of(Http http, String path) {
        return new RemoteResultFile(http, path, http.send(piece(path, 0, 1)));
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String mediaType() {
        return mediaType;
    }

    @Override
    public String tag() {
        return etag.replaceAll("[^A-Za-z0-9-]", "");
    }

    @Override
    public long length() {
        return length;
    }

    @Override
    public InputStream open(long from) {
        return new Pieces(from);
    }

    private static Call piece(String path, long from, int size) {
        return Call.get(path)
                .with(Map.of(
                        "Range",
                        "bytes=" + from + "-" + (from + size - 1),
                        "Accept",
                        "*/*",
                        "Accept-Encoding",
                        "identity"));
    }

    private static String part(Answer answer, String header, Pattern pattern) {
        Matcher found = pattern.matcher(answer.headers().firstValue(header).orElse(""));
        if (!found.find()) {
            throw unfit("no " + header);
        }
        return found.group(1);
    }

    private static QuantException unfit(String what) {
        return QuantException.of(ErrorCode.UNAVAILABLE, "the server does not answer with a part of a file: " + what);
    }

    private final class Pieces extends InputStream {

        private long next;
        private byte[] piece = new byte[0];
        private int taken;

        Pieces(long from) {
            this.next = from;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] buffer, int offset, int wanted) throws IOException {
            if (taken == piece.length) {
                if (next >= length) {
                    return -1;
                }
                fetch();
            }
            int count = Math.min(wanted, piece.length - taken);
            System.arraycopy(piece, taken, buffer, offset, count);
            taken += count;
            return count;
        }

        private void fetch() throws IOException {
            int size = (int) Math.min(PIECE, length - next);
            Answer answer = http.send(piece(path, next, size).with("If-Range", etag));
            if (answer.status() != 206 || answer.body().length != size) {
                throw new IOException("the file has changed on the server");
            }
            piece = Arrays.copyOf(answer.body(), size);
            taken = 0;
            next += size;
        }
    }
}
