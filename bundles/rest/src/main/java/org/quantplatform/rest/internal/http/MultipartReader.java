package org.quantplatform.rest.internal.http;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.quantplatform.model.QuantException;

/** Reads {@code multipart/form-data} (RFC 7578) part by part, holding none of them in memory. */
final class MultipartReader {

    private static final int MAX_HEADERS = 8192;
    private static final Pattern BOUNDARY =
            Pattern.compile("(?i);\\s*boundary=(?:\"([^\"]{1,70})\"|([^\\s;\"]{1,70}))");
    private static final Pattern PARAMETER =
            Pattern.compile("(?i);\\s*([a-z]+)=(?:\"((?:[^\"\\\\]|\\\\.)*)\"|([^;\\s]*))");

    private final InputStream in;
    private final byte[] delimiter;
    private final int[] failure;

    MultipartReader(InputStream in, String contentType) throws IOException {
        Matcher boundary = BOUNDARY.matcher(contentType);
        if (!boundary.find()) {
            throw malformed("the content type names no boundary");
        }
        String name = boundary.group(1) == null ? boundary.group(2) : boundary.group(1);
        this.in = new BufferedInputStream(in, 65536);
        this.delimiter = ("\r\n--" + name).getBytes(StandardCharsets.ISO_8859_1);
        this.failure = failures(delimiter);
        skipPreamble();
    }

    /** The parameters of the next part's disposition, or null after the last one. */
    @Nullable
    Map<String, String> next() throws IOException {
        int first = in.read();
        int second = in.read();
        if (first == '-' && second == '-') {
            return null;
        }
        while (first == ' ' || first == '\t') {
            first = second;
            second = in.read();
        }
        if (first != '\r' || second != '\n') {
            throw malformed("a boundary is not followed by a line end");
        }
        Map<String, String> disposition = new HashMap<>();
        int budget = MAX_HEADERS;
        for (String line = line(budget); !line.isEmpty(); line = line(budget)) {
            budget -= line.length();
            if (line.toLowerCase(Locale.ROOT).startsWith("content-disposition:")) {
                Matcher parameter = PARAMETER.matcher(line);
                while (parameter.find()) {
                    String quoted = parameter.group(2);
                    disposition.put(
                            parameter.group(1).toLowerCase(Locale.ROOT),
                            quoted == null ? parameter.group(3) : quoted.replaceAll("\\\\(.)", "$1"));
                }
            }
        }
        return disposition;
    }

    /** Copies the content of the part that {@link #next} opened. */
    void copyTo(OutputStream out) throws IOException {
        int matched = 0;
        while (true) {
            int value = in.read();
            if (value < 0) {
                throw malformed("it ends in the middle of a part");
            }
            while (matched > 0 && delimiter[matched] != (byte) value) {
                int shorter = failure[matched - 1];
                out.write(delimiter, 0, matched - shorter);
                matched = shorter;
            }
            if (delimiter[matched] != (byte) value) {
                out.write(value);
            } else if (++matched == delimiter.length) {
                return;
            }
        }
    }

    static QuantException malformed(String reason) {
        return QuantException.invalid("", "malformed multipart body: " + reason);
    }

    /** Some clients write the line break that belongs to a delimiter before the first one too. */
    private void skipPreamble() throws IOException {
        byte[] start = in.readNBytes(delimiter.length - 2);
        if (Arrays.equals(start, 0, start.length, delimiter, 2, delimiter.length)) {
            return;
        }
        byte[] whole = Arrays.copyOf(start, delimiter.length);
        int more = in.readNBytes(whole, start.length, delimiter.length - start.length);
        if (start.length + more < delimiter.length || !Arrays.equals(whole, delimiter)) {
            throw malformed("it does not begin with its boundary");
        }
    }

    private String line(int budget) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int value = in.read(); value != '\n'; value = in.read()) {
            if (value < 0 || line.size() > budget) {
                throw malformed("the headers of a part are too long or cut off");
            }
            line.write(value);
        }
        return line.toString(StandardCharsets.UTF_8).stripTrailing();
    }

    private static int[] failures(byte[] pattern) {
        int[] failure = new int[pattern.length];
        for (int i = 1, length = 0; i < pattern.length; ) {
            if (pattern[i] == pattern[length]) {
                failure[i++] = ++length;
            } else if (length > 0) {
                length = failure[length - 1];
            } else {
                i++;
            }
        }
        return failure;
    }
}
