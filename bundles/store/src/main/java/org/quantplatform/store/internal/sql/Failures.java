package org.quantplatform.store.internal.sql;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Set;
import org.quantplatform.model.ErrorCode;
import org.quantplatform.model.QuantException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells a lost connection from a broken statement. */
public final class Failures {

    static final Logger LOG = LoggerFactory.getLogger(Failures.class);

    /** Shutting down, crashed, starting up, too many connections. */
    private static final Set<String> NOT_SERVING = Set.of("57P01", "57P02", "57P03", "53300");

    /** A character that the database's encoding cannot hold, such as NUL. */
    private static final Set<String> BAD_TEXT = Set.of("22021", "22P05");

    private static final String TIMED_OUT = "57014";
    private static final String DISK_FULL = "53100";

    private Failures() {}

    public static QuantException explain(SQLException e) {
        String state = e.getSQLState() == null ? "" : e.getSQLState();
        if (e instanceof SQLTransientConnectionException || state.startsWith("08") || NOT_SERVING.contains(state)) {
            return QuantException.of(ErrorCode.UNAVAILABLE, "the database does not answer", e);
        }
        if (state.equals(TIMED_OUT)) {
            return QuantException.of(ErrorCode.UNAVAILABLE, "the database took too long", e);
        }
        if (state.equals(DISK_FULL)) {
            LOG.error("the database's disk is full", e);
            return QuantException.of(ErrorCode.UNAVAILABLE, "the database's disk is full", e);
        }
        if (BAD_TEXT.contains(state)) {
            return QuantException.invalid("", "a text holds a character that cannot be stored");
        }
        LOG.error("the database refused a statement", e);
        return QuantException.of(ErrorCode.INTERNAL, "the database refused a statement (SQLState " + state + ")", e);
    }
}
