package org.quantplatform.store.internal;

/** Keys of the database's advisory locks; any numbers will do as long as they stay the same. */
public final class Locks {

    public static final long CLAIM = 0x7175616e7401L;
    public static final long IMPORT = 0x7175616e7402L;
    public static final long ROLLUPS = 0x7175616e7403L;
    public static final long USERS = 0x7175616e7408L;
    public static final long AUDIT = 0x7175616e7426L;

    private Locks() {}
}
