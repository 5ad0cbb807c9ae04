package org.quantplatform.rest.internal.http;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.quantplatform.rest.internal.front.Refusal;

/**
 * A part of a file (RFC 9110, section 14).
 *
 * @param from first byte, from 0
 * @param to last byte, inclusive
 */
record ByteRange(long from, long to) {

    private static final Pattern ONE = Pattern.compile("bytes=([0-9]{0,18})-([0-9]{0,18})");

    long length() {
        return to - from + 1;
    }

    /**
     * Empty when the whole file is to be sent: no range is asked for, several are, or it cannot be read.
     *
     * @throws Refusal 416 when no byte of the file lies in the range
     */
    static Optional<ByteRange> of(@Nullable String header, long length) {
        Matcher range = ONE.matcher(header == null ? "" : header.strip());
        if (!range.matches() || range.group(1).isEmpty() && range.group(2).isEmpty()) {
            return Optional.empty();
        }
        if (range.group(1).isEmpty()) {
            long last = Math.min(Long.parseLong(range.group(2)), length);
            return Optional.of(within(length - last, length - 1, length));
        }
        long from = Long.parseLong(range.group(1));
        long to = range.group(2).isEmpty() ? length - 1 : Math.min(Long.parseLong(range.group(2)), length - 1);
        if (!range.group(2).isEmpty() && Long.parseLong(range.group(2)) < from) {
            return Optional.empty();
        }
        return Optional.of(within(from, to, length));
    }

    private static ByteRange within(long from, long to, long length) {
        if (from >= length || to < from) {
            throw new Refusal(416, "range_not_satisfiable", "the file has " + length + " bytes");
        }
        return new ByteRange(from, to);
    }
}
