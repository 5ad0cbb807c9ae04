package org.quantplatform.store.internal.audit;

import java.util.HexFormat;

/** A place in the log, and the hash of the record that stands there. */
record Link(long id, byte[] hash) {

    static final Link BEGINNING = new Link(0, Chain.beginning());

    String hex() {
        return HexFormat.of().formatHex(hash);
    }
}
