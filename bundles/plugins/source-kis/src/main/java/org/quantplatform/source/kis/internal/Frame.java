package org.quantplatform.source.kis.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.quantplatform.source.http.UnreadableAnswer;

/**
 * A frame of data.
 *
 * @param service the number by which it was asked for
 * @param records how many there are, one behind the other
 */
record Frame(boolean encrypted, String service, int records, String body) {

    private static final int PARTS = 4;

    static Frame of(String message) throws UnreadableAnswer {
        String[] parts = message.split("\\|", PARTS);
        if (parts.length != PARTS || !parts[0].matches("[01]") || !parts[2].matches("\\d{1,3}")) {
            throw new UnreadableAnswer("a message is no frame of data");
        }
        return new Frame(parts[0].equals("1"), parts[1], Integer.parseInt(parts[2]), parts[3]);
    }

    /**
     * The fields of each record. How wide they are is told by their number, since the provider adds fields at the end.
     *
     * @param plain the body, decrypted when it was encrypted
     * @param least how many fields are needed
     */
    List<String[]> split(String plain, int least) throws UnreadableAnswer {
        String[] fields = plain.split("\\^", -1);
        if (records == 0 || fields.length % records != 0 || fields.length / records < least) {
            throw new UnreadableAnswer("a frame of " + records + " records has " + fields.length + " fields");
        }
        int width = fields.length / records;
        List<String[]> split = new ArrayList<>();
        for (int start = 0; start < fields.length; start += width) {
            split.add(Arrays.copyOfRange(fields, start, start + width));
        }
        return split;
    }
}
