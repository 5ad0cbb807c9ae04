package org.quantplatform.source.csv.internal;

import java.io.IOException;

/** Records of text fields, the first of which names the columns. Ranges of a reused buffer are handed out. */
public interface Records {

    /** Goes to the next record; false at the end. */
    boolean next() throws IOException;

    /** Number of the line or row of the record, from 1. */
    long line();

    int fields();

    /** True when the text ended inside quotes. */
    boolean unclosed();

    /** Holds the record; valid until the next one. */
    char[] chars();

    /** First character of the field that is not a blank. */
    int start(int field);

    /** After the last character of the field that is not a blank. */
    int end(int field);

    String text(int field);
}
