package org.quantplatform.json.internal;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.json.JsonGeneratorImpl;
import java.io.IOException;

/** The elements of an array as text, handed to a generator in large pieces: one by one they cost several times as much. */
final class ArrayText {

    private static final int SIZE = 4000;

    private final JsonGenerator json;
    private final char[] text = new char[SIZE];
    private int end;

    ArrayText(JsonGenerator json) {
        this.json = json;
    }

    /** Whether the generator writes text, and none that is laid out for people. */
    static boolean suits(JsonGenerator json) {
        return json instanceof JsonGeneratorImpl && json.getPrettyPrinter() == null;
    }

    /** Begins an element of at most so many characters. */
    void begin(int longest) throws IOException {
        if (end > SIZE - longest - 1) {
            flush();
        }
        if (end > 0) {
            text[end++] = ',';
        }
    }

    void put(char character) {
        text[end++] = character;
    }

    void put(String characters) {
        put(characters, 0, characters.length());
    }

    void put(String characters, int from, int to) {
        characters.getChars(from, to, text, end);
        end += to - from;
    }

    /** @param number not negative, with at most {@code count} digits; zeros come before it */
    void digits(int number, int count) {
        int rest = number;
        for (int at = end + count - 1; at >= end; at--) {
            text[at] = (char) ('0' + rest % 10);
            rest /= 10;
        }
        end += count;
    }

    /** To be called behind the last element. */
    void flush() throws IOException {
        if (end > 0) {
            json.writeRawValue(text, 0, end);
            end = 0;
        }
    }
}
