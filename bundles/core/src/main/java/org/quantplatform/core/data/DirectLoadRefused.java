package org.quantplatform.core.data;

/** Nothing of a direct load is stored, and the same rows are to be staged; see {@link ImportStore#beginDirect}. */
public final class DirectLoadRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public DirectLoadRefused(String reason) {
        super(reason, null, false, false);
    }
}
