package org.quantplatform.embeddeddb.internal;

import java.util.Properties;

/** Where the database is and how to sign on; {@code pool} holds Pax JDBC's {@code hikari.*} keys. */
record DatabaseAddress(String kind, String url, String user, String password, Properties pool) {

    static final String EMBEDDED = "embedded";
    static final String EXTERNAL = "external";

    /** The address without the password, which must not reach a log. */
    @Override
    public String toString() {
        return kind + " " + url.replaceAll("\\?.*", "") + " as " + user;
    }
}
