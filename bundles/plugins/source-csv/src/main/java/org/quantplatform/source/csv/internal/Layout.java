package org.quantplatform.source.csv.internal;

/** Reads the record at which its scanner stands. */
interface Layout {

    void row();
}
